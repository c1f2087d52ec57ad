// The list of people one can be, and the form for a new one.
import * as api from "./api.js";
import { onAnswer, openDialog } from "./dialogs.js";
import { closeDrawers, isDrawer } from "./drawers.js";
import { arrange, button, byId, el, unseen } from "./dom.js";
import { t } from "./i18n.js";
import { attempt, choosePerson, currentPerson, currentState, hear, refreshState } from "./session.js";

export const roleOf = (person) => t(`roles.${person.role}`) ?? person.role;

export const initials = (name) => name.split(/\s+/).slice(0, 2).map((word) => word[0]?.toUpperCase()).join("");

function entryOf(person, index) {
  const chosen = person === currentPerson();
  return el("li", {}, button(
    { class: "person", "data-testid": `person-${person.id}`, "aria-current": chosen && "true", onclick: () => pick(person.id) },
    el("span", { class: `avatar tint-${index % 5}`, "aria-hidden": "true" }, initials(person.name)),
    el("span", { class: "person-words" }, el("span", { class: "person-name" }, person.name), el("span", { class: "note" }, subtitle(person))),
    person.unread > 0 && !chosen && unreadBadge(person.unread),
  ));
}

function subtitle(person) {
  return [roleOf(person), person.language !== "pl" && t(`languages.${person.language}`), person.blocked && t("blockedShort")].filter(Boolean).join(" · ");
}

function unreadBadge(count) {
  return el("span", { class: "badge" }, el("span", { "aria-hidden": "true" }, String(count)), unseen(t("unread", { n: count })));
}

export function pick(id) {
  choosePerson(id);
  if (isDrawer("people")) closeDrawers();
  else byId("composer").focus();
}

function render() {
  const list = byId("people-list");
  const focused = document.activeElement?.dataset?.testid;
  arrange(list, currentState().people.map(entryOf));
  if (focused?.startsWith("person-")) list.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
  renderHead();
}

function renderHead() {
  const { bot, people } = currentState();
  const person = currentPerson();
  const elsewhere = people.reduce((sum, other) => sum + (other === person ? 0 : other.unread), 0);
  byId("chat-name").textContent = bot.name;
  byId("chat-as").textContent = person ? t("writingAs", { name: person.name }) : "";
  byId("open-people").replaceChildren(
    el("span", { class: "avatar small", "aria-hidden": "true" }, initials(person?.name ?? "")),
    el("span", { class: "head-name", "aria-hidden": "true" }, person?.name.split(" ")[0], " ▾"),
    unseen(t("openPeople", { name: person?.name ?? "" })),
    ...(elsewhere > 0 ? [unreadBadge(elsewhere)] : []),
  );
}

async function addPerson() {
  const added = await attempt(() => api.addPerson(byId("person-name").value.trim(), byId("person-language").value));
  if (!added) return;
  await refreshState();
  pick(added.id ?? added.person?.id ?? currentState().people.at(-1).id);
}

export function startPeople() {
  byId("new-person").addEventListener("click", () => openDialog("person-dialog"));
  onAnswer("person-dialog", addPerson);
  for (const what of ["state", "person", "language"]) hear(what, () => currentState() && render());
}
