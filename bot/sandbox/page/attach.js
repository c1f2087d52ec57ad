// What can be sent besides words: a file, one's phone number, a place, a sticker.
import { setWords, writtenWords } from "./composer.js";
import { onAnswer, openDialog } from "./dialogs.js";
import { byId } from "./dom.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { act, sendFiles } from "./session.js";

const offers = () => [
  { text: t("attachFile"), testid: "attach-file", run: () => byId("file").click() },
  { text: t("attachContact"), testid: "attach-contact", run: () => act("contact") },
  { text: t("attachPlace"), testid: "attach-location", run: () => openDialog("place-dialog") },
  { text: t("attachSticker"), testid: "attach-sticker", run: () => act("sticker") },
];

function sendPlace() {
  act("location", { latitude: byId("latitude").valueAsNumber, longitude: byId("longitude").valueAsNumber });
}

function useSample({ target }) {
  const [latitude, longitude] = target.value.split(",");
  byId("latitude").value = latitude;
  byId("longitude").value = longitude;
}

let chosen = [];

/** What is in the message box already becomes the caption. */
function askCaption({ target }) {
  chosen = [...target.files];
  target.value = "";
  if (!chosen.length) return;
  openDialog("file-dialog");
  byId("file-names").textContent = chosen.map(({ name }) => name).join(", ");
  byId("caption").value = writtenWords();
}

async function sendChosen() {
  setWords("");
  const caption = byId("caption").value.trim();
  if (!await sendFiles(chosen, caption)) setWords(caption);
}

export function startAttach() {
  byId("attach").addEventListener("click", ({ currentTarget }) => openMenu(currentTarget, offers()));
  byId("file").addEventListener("change", askCaption);
  onAnswer("file-dialog", sendChosen);
  onAnswer("place-dialog", sendPlace);
  byId("place-sample").addEventListener("change", useSample);
}
