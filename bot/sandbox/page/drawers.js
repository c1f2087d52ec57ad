// On a narrow screen people and tools are drawers: one at a time, closed by Escape, the backdrop or their button.
import { byId } from "./dom.js";

const OPENERS = { people: "open-people", tools: "open-tools" };

/** The style sheet alone knows at which width a panel becomes a drawer. */
export const isDrawer = (name) => getComputedStyle(byId(name)).position === "fixed";

export function openDrawer(name) {
  if (!isDrawer(name)) return;
  show(name, true);
  for (const behind of others(name)) byId(behind).inert = true;
  byId("backdrop").hidden = false;
  byId(name).querySelector("[data-close]").focus();
}

/** Give the focus back to what opened it, if it was open. */
export function closeDrawers() {
  const open = Object.keys(OPENERS).find((name) => byId(name).classList.contains("open"));
  if (!open) return;
  show(open, false);
  for (const behind of others(open)) byId(behind).inert = false;
  byId("backdrop").hidden = true;
  byId(OPENERS[open]).focus();
}

const others = (name) => ["people", "chat", "tools"].filter((part) => part !== name);

function show(name, open) {
  byId(name).classList.toggle("open", open);
  byId(OPENERS[name]).setAttribute("aria-expanded", String(open));
}

export function startDrawers() {
  for (const [name, opener] of Object.entries(OPENERS)) {
    byId(opener).addEventListener("click", () => openDrawer(name));
    byId(name).querySelector("[data-close]").addEventListener("click", closeDrawers);
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !document.querySelector("dialog[open]")) closeDrawers(); });
  byId("backdrop").addEventListener("click", closeDrawers);
  window.addEventListener("resize", closeDrawers);
}
