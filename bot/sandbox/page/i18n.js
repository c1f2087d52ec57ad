// The language of the page: chosen once, remembered, applied to the static parts of index.html.
import { texts } from "./texts.js";

const KEY = "mam-language";
const ATTRIBUTES = { label: "aria-label", title: "title", placeholder: "placeholder" };

function firstLanguage() {
  const wanted = remembered(KEY) ?? navigator.language.slice(0, 2);
  return wanted in texts ? wanted : "pl";
}

export function remembered(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

export function remember(key, value) {
  try { localStorage.setItem(key, value); } catch { /* private window: it lasts until the page closes */ }
}

let current = firstLanguage();

export const language = () => current;

export function t(key, values = {}) {
  return fill(key.split(".").reduce((found, part) => found?.[part], texts[current]), values);
}

/** The entry as it stands (a list, for instance). */
export const entry = (key) => texts[current][key];

function fill(text, values) {
  if (text && typeof text === "object") text = text[new Intl.PluralRules(current).select(values.n)] ?? text.other;
  return text?.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function setLanguage(next) {
  current = next;
  remember(KEY, next);
  translatePage();
}

export function translatePage() {
  document.documentElement.lang = current;
  document.title = t("brand");
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
  for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
    for (const node of document.querySelectorAll(`[data-${name}]`)) node.setAttribute(attribute, t(node.dataset[name]));
  }
}
