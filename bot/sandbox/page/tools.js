// Trying the bot's patience: restart it, block it; and the language of the page.
import * as api from "./api.js";
import { byId } from "./dom.js";
import { language, setLanguage, t } from "./i18n.js";
import { toast } from "./notices.js";
import { act, attempt, currentPerson, currentState, hear, tell } from "./session.js";

async function restart({ currentTarget: opener }) {
  opener.setAttribute("aria-busy", "true");
  if (await attempt(api.restartBot)) toast(t("restarted"));
  opener.removeAttribute("aria-busy");
}

function renderBlock() {
  byId("block").textContent = t(currentPerson()?.blocked ? "unblock" : "block");
}

export function startTools() {
  byId("restart").addEventListener("click", restart);
  byId("block").addEventListener("click", () => act("block", { blocked: !currentPerson().blocked }));
  byId("language").value = language();
  byId("language").addEventListener("change", ({ target }) => { setLanguage(target.value); tell("language"); });
  for (const what of ["state", "person", "language"]) hear(what, () => currentState() && renderBlock());
}
