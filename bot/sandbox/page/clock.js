// The sandbox's clock: what it shows, and moving it forward.
import * as api from "./api.js";
import { byId, el, unseen } from "./dom.js";
import { t } from "./i18n.js";
import { toast, whisper } from "./notices.js";
import { attempt, currentState, hear, refreshState } from "./session.js";
import { sayDate, sayDay, sayMoment, sayShort, sayTime, wallClock } from "./time.js";

const MOVES = { "clock-hour": { hours: 1 }, "clock-day": { days: 1 }, "clock-next": { to: "next" } };

export async function moveClock(by) {
  if (by.to === "next" && !currentState()?.next_due) return toast(t("nothingDue"));
  if (!(await attempt(() => api.moveClock(by)))) return;
  await refreshState();
  whisper(t("clockMoved", { moment: sayMoment(nowOf(currentState())) }));
}

async function move(opener, by) {
  opener.setAttribute("aria-busy", "true");
  await moveClock(by);
  opener.removeAttribute("aria-busy");
}

const nowOf = ({ now, zone }) => wallClock(now, zone);

function render() {
  const { next_due: next, zone } = currentState();
  const moment = nowOf(currentState());
  byId("clock").querySelector(".clock-time").textContent = sayTime(moment);
  byId("clock").querySelector(".clock-date").textContent = sayDate(moment);
  byId("open-tools").replaceChildren(
    el("span", { class: "head-clock", "aria-hidden": "true" }, el("b", {}, sayTime(moment)), " ", sayShort(moment)), unseen(t("openTools", { moment: sayMoment(moment) })));
  byId("next-due").textContent = next ? nextText(wallClock(next, zone), moment) : t("nothingDue");
}

const nextText = (next, now) => t("nextDue", { moment: `${sayDay(next, now)}, ${sayTime(next)}` });

export function startClock() {
  for (const [id, by] of Object.entries(MOVES)) {
    byId(id).addEventListener("click", ({ currentTarget }) => move(currentTarget, by));
  }
  for (const what of ["state", "language"]) hear(what, () => currentState() && render());
}
