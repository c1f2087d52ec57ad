// Building and finding elements; texts are always set as text, never as markup.

export const byId = (id) => document.getElementById(id);

/** el("button", {class: "x", onclick: f}, "text", node): false and null attributes are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

export const button = (attributes, ...children) => el("button", { type: "button", ...attributes }, ...children);

/** Words for a screen reader only. */
export const unseen = (text) => el("span", { class: "unseen" }, text);

/** Make `parent` hold exactly `nodes`, touching only what differs, so that focus and live regions stay quiet. */
export function arrange(parent, nodes) {
  nodes.forEach((node, index) => {
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
  while (parent.childNodes.length > nodes.length) parent.lastChild.remove();
}
