// A small pop-up menu beside the button that opened it, with arrows, Escape and light dismissal.
import { button, el } from "./dom.js";

const GAP = 6;

/** items: [{text, testid?, run}] */
export function openMenu(opener, items) {
  const menu = el("div", { class: "menu", role: "menu", popover: "auto" });
  menu.append(...items.map((item) => itemOf(menu, item)));
  menu.addEventListener("keydown", walk);
  menu.addEventListener("toggle", ({ newState }) => newState === "closed" && leave(menu, opener));
  document.body.append(menu);
  menu.showPopover();
  place(menu, opener.getBoundingClientRect());
  menu.firstElementChild.focus();
}

function itemOf(menu, { text, testid, run }) {
  const choose = () => { menu.hidePopover(); run(); };
  return button({ role: "menuitem", class: "menu-item", "data-testid": testid, onclick: choose }, text);
}

function leave(menu, opener) {
  menu.remove();
  if (document.activeElement === document.body) opener.focus();
}

function place(menu, at) {
  const { width, height } = menu.getBoundingClientRect();
  const above = at.top - height - GAP;
  menu.style.top = `${above > 0 ? above : at.bottom + GAP}px`;
  menu.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`;
}

function walk(event) {
  const items = [...event.currentTarget.children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Tab") event.currentTarget.hidePopover();
  if (!step) return;
  event.preventDefault();
  items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
}
