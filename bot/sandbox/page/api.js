// The sandbox's own endpoints, and one way for all their failures.
import { language, t } from "./i18n.js";

/** What went wrong, in one sentence; `offline` when nobody answered at all. */
export class Problem extends Error {
  constructor(sentence, { offline = false, status = 0 } = {}) {
    super(sentence);
    this.offline = offline;
    this.status = status;
  }
}

async function request(path, { headers, ...options } = {}) {
  let response;
  try {
    response = await fetch(path, { headers: { "Accept-Language": language(), ...headers }, ...options });
  } catch {
    throw new Problem(t("offline"), { offline: true });
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(answer.error ?? t("failed", { status: response.status }), { status: response.status });
  return answer;
}

const post = (path, body = {}) =>
  request(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const ofPerson = (id, path) => `/api/people/${encodeURIComponent(id)}/${path}`;

export const getState = () => request("/api/state");
export const getMessages = (id, after) => request(ofPerson(id, `messages?after=${after}`));
export const eventsOf = (id) => new EventSource(ofPerson(id, "events"));
export const addPerson = (name, language) => post("/api/people", { name, language });
export const act = (id, what, body) => post(ofPerson(id, what), body);
export const moveClock = (by) => post("/api/clock", by);
export const restartBot = () => post("/api/restart");

export function sendFiles(id, files, caption) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  form.append("caption", caption);
  return request(ofPerson(id, "file"), { method: "POST", body: form });
}
