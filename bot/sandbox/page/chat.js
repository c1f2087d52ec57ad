// The conversation: fetched since the last seen change, shown in order with dates between, kept at its end.
import * as api from "./api.js";
import { arrange, button, byId, el } from "./dom.js";
import { t } from "./i18n.js";
import { renderMessage } from "./message.js";
import { clearToasts, showAnswers, showProblem } from "./notices.js";
import { act, currentPerson, currentState, hear } from "./session.js";
import { renderReplyKeyboard } from "./composer.js";
import { sameDay, sayDay, wallClock } from "./time.js";

const NEAR = 80; // pixels from the end that still count as the end
const TYPING = 1500; // nobody says when typing ends: look again

let shown = new Map(); // message id → {message, node}
let seen = 0;
let opening = true;
let fetching = null;
let again = false;
let pinned = true; // at the end, and to stay there

/** Fetch what is new; calls that come while one is under way are answered by one more. */
export function refreshChat() {
  if (fetching) again = true;
  else fetching = fetchNew().finally(() => {
    fetching = null;
    if (again) { again = false; refreshChat(); }
  });
  return fetching;
}

/** Forget everything shown: another person, or another run of the sandbox. */
export function reloadChat() {
  shown = new Map();
  seen = 0;
  opening = true;
  pinned = true;
  byId("messages").setAttribute("aria-live", "off");
  byId("messages").replaceChildren();
  return refreshChat();
}

async function fetchNew() {
  const person = currentPerson();
  if (!person) return;
  const started = shown;
  try {
    const answer = await api.getMessages(person.id, seen);
    if (shown === started) take(answer);
  } catch (problem) {
    showProblem(problem);
  }
}

function take({ messages, reply_keyboard: replyKeyboard, toasts, typing }) {
  for (const message of messages) put(message);
  if (messages.length || opening) render();
  renderReplyKeyboard(replyKeyboard);
  byId("typing").hidden = !typing;
  if (typing) setTimeout(refreshChat, TYPING);
  showAnswers(toasts);
  keepAtEnd();
  if (opening) settle();
}

function put(message) {
  seen = Math.max(seen, message.seq);
  if (message.deleted) shown.delete(message.id);
  else shown.set(message.id, { message, node: renderMessage(message) });
}

/** After the history stands, and only then, let new messages be read out. */
function settle() {
  opening = false;
  setTimeout(() => byId("messages").setAttribute("aria-live", "polite"), 300);
}

function render() {
  const log = byId("messages");
  const focused = whereFocusIs(log);
  const entries = [...shown.values()].sort((one, other) => one.message.id - other.message.id);
  arrange(log, entries.length ? withDates(entries) : [emptyChat()]);
  log.setAttribute("aria-label", t("messagesOf", { name: currentPerson()?.name ?? "" }));
  if (focused) giveFocusBack(log, focused);
}

function withDates(entries) {
  const { zone } = currentState();
  let previous = null;
  return entries.flatMap(({ message, node }) => {
    const day = wallClock(message.date, zone);
    const separator = previous && sameDay(previous, day) ? [] : [dateLine(day)];
    previous = day;
    return [...separator, node];
  });
}

const dateLines = new Map();

function dateLine(day) {
  const { now, zone } = currentState();
  const text = sayDay(day, wallClock(now, zone));
  if (!dateLines.has(+day)) dateLines.set(+day, el("p", { class: "date-line" }, el("span", {}, text)));
  const line = dateLines.get(+day);
  if (line.textContent !== text) line.firstChild.textContent = text;
  return line;
}

/** The clock has moved: what was today is yesterday. */
function renameDates() {
  for (const day of dateLines.keys()) dateLine(new Date(day));
}

function emptyChat() {
  return el("div", { class: "empty" }, el("p", {}, t("emptyChat")),
    button({ class: "button primary", "data-testid": "start", onclick: () => act("say", { text: "/start" }) }, t("start")));
}

function whereFocusIs(log) {
  const focused = document.activeElement;
  if (!log.contains(focused)) return null;
  return { message: focused.closest("[data-message]")?.dataset.message, key: focused.dataset.key };
}

/** A pressed button is often replaced by its answer: stay on the same place, or at least on the same message. */
function giveFocusBack(log, { message, key }) {
  if (log.contains(document.activeElement)) return;
  const node = message && log.querySelector(`[data-message="${message}"]`);
  const target = (key && node?.querySelector(`[data-key="${key}"]`)) || node || byId("composer");
  target.focus({ preventScroll: true });
}

function noticeScroll() {
  const box = byId("scroller");
  pinned = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  byId("jump").hidden = pinned || !shown.size;
}

function scrollToEnd() {
  pinned = true;
  byId("scroller").scrollTop = byId("scroller").scrollHeight;
  byId("jump").hidden = true;
}

const keepAtEnd = () => pinned && shown.size && scrollToEnd();

export function startChat() {
  byId("scroller").addEventListener("scroll", noticeScroll, { passive: true });
  byId("scroller").addEventListener("load", keepAtEnd, true); // pictures arrive late
  new ResizeObserver(keepAtEnd).observe(byId("scroller"));
  byId("jump").addEventListener("click", scrollToEnd);
  hear("state", renameDates);
  hear("person", clearToasts);
  hear("person", reloadChat);
  hear("language", reloadChat);
  hear("said", scrollToEnd);
  hear("acted", refreshChat);
  byId("messages").addEventListener("keydown", ({ key }) => key === "Escape" && byId("composer").focus());
}
