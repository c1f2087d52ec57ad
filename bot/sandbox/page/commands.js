// The menu of commands: opened by its button, or filtered by what one types after "/".
import { button, byId, el } from "./dom.js";
import { t } from "./i18n.js";
import { whisper } from "./notices.js";
import { act, currentPerson, currentState, hear } from "./session.js";

const panel = () => byId("commands-panel");

const known = () => currentState()?.commands?.[currentPerson()?.id] ?? [];

const bare = (command) => command.replace(/^\//, "");

function show(commands, sentence) {
  const rows = commands.map(({ command, description }) =>
    button({ class: "command", onclick: () => run(bare(command)) }, el("b", {}, `/${bare(command)}`), el("span", {}, description)));
  panel().replaceChildren(...(rows.length ? rows : [el("p", { class: "note" }, sentence)]));
  panel().hidden = false;
  byId("commands").setAttribute("aria-expanded", "true");
}

export function closeCommands() {
  panel().hidden = true;
  byId("commands").setAttribute("aria-expanded", "false");
}

function run(command) {
  closeCommands();
  byId("composer").value = "";
  byId("composer").focus();
  act("say", { text: `/${command}` });
}

export function filterCommands(text) {
  if (!/^\/\w*$/.test(text)) return closeCommands();
  const found = known().filter(({ command }) => bare(command).startsWith(text.slice(1).toLowerCase()));
  show(found, t(known().length ? "noCommands" : "noCommandsYet"));
  whisper(found.length ? t("commandsFound", { n: found.length }) : t("noCommands"));
}

/** Into the list, at its end nearest to the message box; false when it is closed. */
export function focusCommands() {
  if (panel().hidden) return false;
  panel().lastElementChild.focus();
  return true;
}

function toggle() {
  if (!panel().hidden) return closeCommands();
  show(known(), t("noCommandsYet"));
  panel().querySelector("button")?.focus();
}

function walk(event) {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (step) {
    event.preventDefault();
    (document.activeElement[step] ?? byId("composer")).focus();
  } else if (event.key === "Escape") {
    closeCommands();
    byId("composer").focus();
  }
}

export function startCommands() {
  byId("commands").addEventListener("click", toggle);
  panel().addEventListener("keydown", walk);
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest(".desk")) closeCommands(); });
  hear("person", closeCommands);
}
