// Staying in touch: server-sent events for the present person, a banner while nobody answers, and trying again.
import { eventsOf } from "./api.js";
import { refreshChat, reloadChat } from "./chat.js";
import { t } from "./i18n.js";
import { hideBanner, showBanner, whisper } from "./notices.js";
import { currentPerson, hear, refreshState } from "./session.js";

const SLOWEST = 8000;
const TICK = 15000;

let source = null;
let timer = null;
let wait = 500;

/** Ask for the state; when nobody answers, say so and ask again, a little later each time. */
export async function connect() {
  clearTimeout(timer);
  try {
    await refreshState();
  } catch {
    return retry();
  }
  wait = 500;
  if (hideBanner()) {
    whisper(t("backOnline"));
    reloadChat();
  }
  listen();
}

function retry() {
  source?.close();
  source = null;
  showBanner(t("offline"), connect);
  clearTimeout(timer);
  timer = setTimeout(connect, wait);
  wait = Math.min(wait * 2, SLOWEST);
}

function listen() {
  source?.close();
  const person = currentPerson();
  if (!person) return;
  source = eventsOf(person.id);
  source.addEventListener("open", refreshChat);
  source.addEventListener("messages", refreshChat);
  source.addEventListener("state", quietly);
  source.addEventListener("error", ({ target }) => { if (target === source) { target.close(); connect(); } });
}

const quietly = () => refreshState().catch(retry);

export function startLive() {
  hear("person", () => { if (source) { listen(); quietly(); } });
  hear("acted", quietly);
  setInterval(() => source && !document.hidden && quietly(), TICK);
  return connect();
}
