// On a narrow screen people and tools are drawers: one at a time, closed by Escape, the backdrop or their button.
import { byId } from "./dom.js";

const OPENERS = { people: "open-people", tools: "open-tools" };
const wide = matchMedia("(min-width: 760px)");

export const isNarrow = () => !wide.matches;

export function openDrawer(name) {
  if (!isNarrow()) return;
  show(name, true);
  byId("chat").inert = true;
  byId("backdrop").hidden = false;
  byId(name).querySelector("[data-close]").focus();
}

/** Give the focus back to what opened it, if it was open. */
export function closeDrawers() {
  const open = Object.keys(OPENERS).find((name) => byId(name).classList.contains("open"));
  if (!open) return;
  show(open, false);
  byId("chat").inert = false;
  byId("backdrop").hidden = true;
  byId(OPENERS[open]).focus();
}

function show(name, open) {
  byId(name).classList.toggle("open", open);
  byId(OPENERS[name]).setAttribute("aria-expanded", String(open));
}

export function startDrawers() {
  for (const [name, opener] of Object.entries(OPENERS)) {
    byId(opener).addEventListener("click", () => openDrawer(name));
    byId(name).querySelector("[data-close]").addEventListener("click", closeDrawers);
    byId(name).addEventListener("keydown", (event) => event.key === "Escape" && closeDrawers());
  }
  byId("backdrop").addEventListener("click", closeDrawers);
  wide.addEventListener("change", closeDrawers);
}
