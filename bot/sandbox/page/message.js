// One message as a bubble: text, picture, file, place, buttons, and what can be done with it.
import { startEditing } from "./composer.js";
import { button, el, unseen } from "./dom.js";
import { language, t } from "./i18n.js";
import { anchor, linkCommands, mendLinks } from "./linkify.js";
import { openMenu } from "./menu.js";
import { toast } from "./notices.js";
import { act, currentPerson, currentState } from "./session.js";
import { sayTime, wallClock } from "./time.js";

export function renderMessage(message) {
  const who = message.from_bot ? "bot" : "own";
  const bubble = el("div", { class: "bubble" }, unseen(`${t(message.from_bot ? "bot" : "you")}: `), content(message), words(message), foot(message));
  const node = el("article", { class: `message ${who}`, "data-testid": "message", "data-message": message.id, tabindex: "-1" },
    el("div", { class: "line" }, bubble, actionsButton(message)), keyboard(message));
  if (canEdit(message)) bubble.addEventListener("dblclick", () => startEditing(message));
  return node;
}

const canEdit = (message) => !message.from_bot && message.kind === "text";

function words(message) {
  if (!message.html) return null;
  const text = el("div", { class: "words", lang: currentPerson()?.language });
  text.innerHTML = message.html; // the only markup taken as it is: the server has sanitised it
  mendLinks(text);
  if (message.from_bot) linkCommands(text);
  return text;
}

function foot(message) {
  const time = sayTime(wallClock(message.date, currentState().zone));
  return el("p", { class: "foot" }, message.pinned && `${t("pinned")} · `, message.edited && `${t("edited")} · `, el("time", {}, time));
}

function content(message) {
  if (message.location) return placeCard(message.location, message.kind);
  if (message.file && isPicture(message)) return picture(message);
  if (message.file) return fileCard(message.file, message.kind);
  if (!["text", "photo", "document"].includes(message.kind)) return el("p", { class: "kind" }, t(`kinds.${message.kind}`) ?? t("kinds.other"));
  return null;
}

const isPicture = ({ kind, file }) => kind === "photo" || file.mime?.startsWith("image/");

function picture({ file, text }) {
  const image = el("img", { src: file.url, alt: text ? "" : t("picture", { name: file.name ?? "" }), class: "picture" });
  return el("a", { href: file.url, target: "_blank", rel: "noopener", class: "picture-link", "aria-label": text ? t("openPicture") : null }, image);
}

function fileCard(file, kind) {
  const name = file.name ?? t(`kinds.${kind}`) ?? t("kinds.document");
  const ending = name.includes(".") ? name.split(".").pop().slice(0, 4) : kind.slice(0, 4);
  return el("a", { class: "card", href: file.url, download: name, "aria-label": t("download", { name, size: sayBytes(file.size) }) },
    el("span", { class: "card-sign", "aria-hidden": "true" }, ending),
    el("span", { class: "card-words" }, el("span", { class: "card-name" }, name), el("span", { class: "card-note" }, sayBytes(file.size))));
}

function sayBytes(size = 0) {
  const [count, unit] = size < 1000 ? [size, "B"] : size < 1e6 ? [Math.round(size / 1000), "kB"] : [size / 1e6, "MB"];
  return `${count.toLocaleString(language(), { maximumFractionDigits: 1 })} ${unit}`;
}

function placeCard({ latitude, longitude, title, address }, kind) {
  return el("div", { class: "card place" },
    el("strong", {}, title ?? t(`kinds.${kind}`)),
    address && el("span", {}, address),
    el("span", { class: "card-note" }, t("coordinates", { latitude, longitude })),
    anchor(`geo:${latitude},${longitude}?q=${latitude},${longitude}`, t("openMap")));
}

function keyboard(message) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((row, y) => el("div", { class: "keys" }, row.map((key, x) => keyOf(message, key, y, x))));
  return el("div", { class: "keyboard", role: "group", "aria-label": t("keyboard") }, el("div", { class: "rows", lang: currentPerson()?.language }, rows));
}

function keyOf(message, key, row, column) {
  if (key.url) {
    const link = anchor(key.url, key.text);
    link.classList.add("key");
    return link;
  }
  const press = key.data ? () => act("press", { message_id: message.id, row, column }) : () => toast(t("deadButton"));
  return button({ class: "key", "data-key": `${row}.${column}`, onclick: press }, key.text);
}

function actionsButton(message) {
  const open = ({ currentTarget }) => openMenu(currentTarget, [
    { text: t("copy"), testid: "copy", run: () => copy(message.text) },
    ...(canEdit(message) ? [{ text: t("edit"), testid: "edit", run: () => startEditing(message) }] : []),
  ]);
  return message.text ? button({ class: "icon-button more", "aria-haspopup": "menu", "aria-label": t("messageActions"), onclick: open }, "⋯") : null;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  } catch {
    toast(t("notCopied"), "problem");
  }
}
