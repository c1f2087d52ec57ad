// Wall-clock time of the organisation. A Date here carries the wall clock in its UTC fields, whatever the browser's zone.
import { language, t } from "./i18n.js";

const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY = 24 * 3600 * 1000;

/** From "2026-12-08T17:00:00" (already wall clock), an aware ISO text or Unix seconds. */
export function wallClock(value, zone) {
  if (typeof value === "string" && !/(Z|[+-]\d\d:?\d\d)$/.test(value)) return new Date(`${value}Z`);
  const instant = new Date(typeof value === "number" ? value * 1000 : value);
  const local = instant.toLocaleString("sv-SE", { timeZone: zone });
  return new Date(`${local.replace(" ", "T")}Z`);
}

const say = (moment, options) =>
  moment.toLocaleString(language() === "en" ? "en-GB" : "pl-PL", { timeZone: "UTC", ...options });

export const sayTime = (moment) => say(moment, HOUR);
export const sayDate = (moment) => say(moment, { weekday: "long", day: "numeric", month: "long" });
export const sayMoment = (moment) => `${sayDate(moment)}, ${sayTime(moment)}`;
export const sayShort = (moment) => say(moment, { weekday: "short", day: "numeric", month: "short" });

export const sameDay = (one, other) => dayNumber(one) === dayNumber(other);

const dayNumber = (moment) => Math.floor(moment / DAY);

/** "dziś", "wczoraj", "jutro", otherwise the weekday and date. */
export function sayDay(moment, now) {
  const near = { 0: "today", 1: "tomorrow", "-1": "yesterday" }[dayNumber(moment) - dayNumber(now)];
  return near ? `${t(near)}, ${sayDate(moment)}` : sayDate(moment);
}
