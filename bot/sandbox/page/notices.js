// Short words to the person in front of the page: toasts, alerts, the banner, whispers to a screen reader.
import { button, byId, el } from "./dom.js";
import { t } from "./i18n.js";

const STAYS = 7000;

export function toast(text, kind = "plain") {
  const note = el("div", { class: `toast ${kind}`, "data-testid": "toast" }, el("span", {}, text));
  note.append(button({ class: "icon-button", "aria-label": t("close"), onclick: () => note.remove() }, "✕"));
  byId("toasts").append(note);
  leaveLater(note);
}

function leaveLater(note) {
  setTimeout(() => (note.matches(":hover, :focus-within") ? leaveLater(note) : note.remove()), STAYS);
}

export const clearToasts = () => byId("toasts").replaceChildren();

export function alertBox(text) {
  const dialog = byId("alert-dialog");
  byId("alert-text").replaceChildren(el("span", { "data-testid": "toast" }, text));
  if (!dialog.open) dialog.showModal();
}

export function showAnswers(answers) {
  for (const { text, alert } of answers ?? []) {
    if (text) (alert ? alertBox : toast)(text);
  }
}

export function showProblem(problem) {
  if (!("offline" in problem)) throw problem;
  if (!problem.offline) toast(problem.message, "problem");
}

export function whisper(text) {
  byId("whisper").textContent = text;
}

export function showBanner(text, again) {
  const banner = byId("banner");
  if (!banner.hidden) return;
  banner.replaceChildren(el("span", {}, text), button({ class: "button", onclick: again }, t("tryNow")));
  banner.hidden = false;
}

/** Says whether there was one to hide. */
export function hideBanner() {
  const banner = byId("banner");
  const was = !banner.hidden;
  banner.hidden = true;
  return was;
}
