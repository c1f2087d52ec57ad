// The page's own dialogs: opened afresh, left by Escape or their cancel button, answered by the other one.
import { byId } from "./dom.js";

export function openDialog(id) {
  const dialog = byId(id);
  dialog.querySelector("form").reset();
  dialog.returnValue = "";
  dialog.showModal();
  dialog.querySelector("input, select, textarea").focus();
}

export function onAnswer(id, answered) {
  const dialog = byId(id);
  dialog.querySelector("[data-dismiss]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.returnValue === "ok" && answered());
}
