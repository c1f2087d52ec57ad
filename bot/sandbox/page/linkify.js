// As a chat does: commands inside a text can be pressed, links into the bot stay on the page, others open in a new tab.
import { button, el, unseen } from "./dom.js";
import { t } from "./i18n.js";
import { act, currentState } from "./session.js";

const COMMAND = /(?<![\w/.:@])\/[A-Za-z0-9_]{1,32}(?![\w/])/g;
const ALREADY = "a, button, code, pre";

/** The server has marked the links; here they learn what to do when pressed. */
export function mendLinks(root) {
  for (const link of root.querySelectorAll("a[href]")) link.replaceWith(anchor(link.href, ...link.childNodes));
}

export function linkCommands(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const node of found) if (!node.parentElement.closest(ALREADY)) node.replaceWith(...pieces(node.data));
}

function pieces(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(COMMAND)) {
    parts.push(text.slice(end, match.index), commandLink(match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

const commandLink = (text) => button({ class: "link", onclick: () => act("say", { text }) }, text);

/** A link that opens the bot at its payload, or anything else in a tab of its own. */
export function anchor(href, ...children) {
  const payload = payloadOf(href);
  if (payload !== null) return el("a", { href, onclick: (event) => { event.preventDefault(); act("open", { payload }); } }, ...children);
  if (!/^(https?|mailto|tel|geo):/.test(href)) return el("span", {}, ...children);
  const outside = href.startsWith("http");
  return el("a", { href, rel: "noopener noreferrer", target: outside && "_blank" }, ...children, outside && unseen(` (${t("opensInNewTab")})`));
}

/** The payload of a link into our bot, null for every other link. */
function payloadOf(href) {
  const url = URL.canParse(href) ? new URL(href) : null;
  const name = currentState().bot.username.toLowerCase();
  const ours = url && /^(t|telegram)\.me$/.test(url.hostname) && url.pathname.slice(1).toLowerCase() === name;
  return ours ? url.searchParams.get("start") ?? "" : null;
}
