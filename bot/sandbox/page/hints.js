// A few things to try, for somebody who is here for the first time; closed for good by its button.
import { moveClock } from "./clock.js";
import { button, byId, el } from "./dom.js";
import { closeDrawers, isDrawer, openDrawer } from "./drawers.js";
import { entry, remember, remembered, t } from "./i18n.js";
import { act, hear } from "./session.js";

const KEY = "mam-hints-closed";

const DOES = {
  say: ({ text }) => act("say", { text }),
  clock: () => moveClock({ to: "next" }),
  people: () => (isDrawer("people") ? openDrawer("people") : byId("people-list").querySelector("button:not([aria-current])")?.focus()),
};

function render() {
  const hints = entry("hints").map((hint) => el("li", {}, button(
    { class: "hint", onclick: () => DOES[hint.does](hint) },
    el("span", { class: "hint-lead" }, hint.lead), el("span", { class: "hint-text" }, hint.text))));
  byId("hints").replaceChildren(
    el("h3", { id: "hints-title" }, t("hintsTitle")),
    button({ class: "icon-button close", "aria-label": t("hideHints"), title: t("hideHints"), "data-testid": "hide-hints", onclick: hide }, "✕"),
    el("p", { class: "note" }, t("hintsLead")), el("ol", {}, hints));
}

function hide() {
  remember(KEY, "yes");
  byId("hints").hidden = true;
  byId("composer").focus();
}

function show() {
  closeDrawers();
  remember(KEY, "no");
  byId("hints").hidden = false;
  byId("hints").scrollIntoView({ block: "start" });
  byId("hints").querySelector(".hint").focus();
}

export function startHints() {
  render();
  byId("hints").hidden = remembered(KEY) === "yes";
  byId("show-hints").addEventListener("click", show);
  hear("language", render);
}
