// What the whole page shares: the server's state, the person one is at the moment, and word when either changes.
import * as api from "./api.js";
import { showProblem } from "./notices.js";

/** Events: "state" (a new one), "person" (somebody else), "said" (to the chat), "acted" (the server did something), "language". */
export const session = new EventTarget();

let state = null;
let personId = null;

export const currentState = () => state;
export const currentPerson = () => state?.people.find((person) => String(person.id) === personId) ?? null;
export const tell = (what) => session.dispatchEvent(new Event(what));
export const hear = (what, listener) => session.addEventListener(what, listener);

export async function refreshState() {
  state = await api.getState();
  if (!currentPerson()) choosePerson(fromAddress() ?? state.people[0]?.id);
  tell("state");
}

/** The address names the person (#3), so that two tabs can be two people. */
function fromAddress() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  return state.people.find((person) => String(person.id) === wanted)?.id;
}

export function choosePerson(id) {
  if (id == null || String(id) === personId) return;
  personId = String(id);
  history.replaceState(null, "", `#${encodeURIComponent(personId)}`);
  tell("person");
}

window.addEventListener("hashchange", () => state && choosePerson(fromAddress()));

/** Do something on the server; a failure is shown, and the answer is null. */
export async function attempt(work) {
  try {
    const answer = await work();
    tell("acted");
    return answer ?? {};
  } catch (problem) {
    showProblem(problem);
    return null;
  }
}

const SPEAKING = new Set(["say", "reply-button", "contact", "location", "sticker", "open"]);

export function act(what, body) {
  if (SPEAKING.has(what)) tell("said");
  return attempt(() => api.act(personId, what, body));
}

export function sendFiles(files, caption) {
  tell("said");
  return attempt(() => api.sendFiles(personId, files, caption));
}
