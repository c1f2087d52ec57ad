// Writing: the message box, the edit mode, the reply keyboard, a draft for each person.
import { closeCommands, filterCommands, focusCommands } from "./commands.js";
import { button, byId, el } from "./dom.js";
import { t } from "./i18n.js";
import { act, currentPerson, hear } from "./session.js";

const drafts = new Map();
let owner = null;
let edited = null;

const box = () => byId("composer");
export const writtenWords = () => (edited ? "" : box().value);
export const setWords = (text) => { if (!edited) setText(text); };

async function send() {
  const text = box().value.trim();
  if (!text) return;
  const editing = edited;
  stopEditing();
  setText("");
  closeCommands();
  const done = editing ? await act("edit", { message_id: editing.id, text }) : await act("say", { text });
  if (!done && !box().value) setText(text);
}

function setText(text) {
  box().value = text;
  grow();
}

function grow() {
  box().style.height = "auto";
  box().style.height = `${box().scrollHeight + 2}px`;
}

export function startEditing(message) {
  edited = message;
  setText(message.text);
  strip("editing", t("editing", { text: shorten(message.text) }), t("stopEditing"), () => { stopEditing(); setText(""); box().focus(); });
  box().focus();
}

const shorten = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function stopEditing() {
  edited = null;
  byId("editing").hidden = true;
}

function strip(id, text, label, run) {
  byId(id).replaceChildren(el("span", {}, text), button({ class: "button", onclick: run }, label));
  byId(id).hidden = false;
}

export function renderReplyKeyboard(rows) {
  const area = byId("reply-keyboard");
  const wanted = JSON.stringify(rows ?? []);
  if (area.dataset.rows === wanted) return;
  area.dataset.rows = wanted;
  area.hidden = !rows?.length;
  area.replaceChildren(...(rows ?? []).map(replyRow));
}

const replyRow = (row) => el("div", { class: "keys", lang: currentPerson()?.language }, row.map(replyKey));

function replyKey({ text, contact }) {
  return button({ class: "key", onclick: () => act("reply-button", { text, contact: Boolean(contact) }) }, text);
}

function onKey(event) {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  } else if (event.key === "Escape") {
    closeCommands();
    if (edited) { stopEditing(); setText(""); }
  } else if (event.key === "ArrowUp" && focusCommands()) {
    event.preventDefault();
  }
}

function changePerson() {
  drafts.set(owner, edited ? "" : box().value);
  stopEditing();
  closeCommands();
  owner = currentPerson()?.id;
  setText(drafts.get(owner) ?? "");
}

function showBlocked() {
  const person = currentPerson();
  const blocked = Boolean(person?.blocked);
  for (const field of byId("composer-form").elements) field.disabled = blocked;
  if (blocked) strip("blocked", t("youBlocked", { name: person.name }), t("unblock"), () => act("block", { blocked: false }));
  else byId("blocked").hidden = true;
}

export function startComposer() {
  byId("composer-form").addEventListener("submit", (event) => { event.preventDefault(); send(); box().focus(); });
  box().addEventListener("keydown", onKey);
  box().addEventListener("input", () => { grow(); filterCommands(box().value); });
  hear("person", changePerson);
  for (const what of ["state", "language"]) hear(what, showBlocked);
}
