import type { Intent } from "./intent";

export type KeptFile = { attachmentId: string; name: string; bytes: number; keptAtMs: number };

/** What was written and not sent, on this device alone. */
export type Kept = {
  subject: string;
  body: string;
  files: readonly KeptFile[];
  intent: Intent | null;
};

const dayMs = 24 * 3_600_000;
/** Files that belong to no message are removed after a day; a link to one must not outlive it. */
const filesKeptMs = dayMs - 3_600_000;

/** Under whose name: what one person wrote is never shown to the next at the same computer. */
export const keptKey = (personId: string, what: string) => `portal.${personId}.${what}`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function readFile(value: unknown): KeptFile[] {
  if (!isObject(value)) return [];
  const { attachmentId, name, bytes, keptAtMs } = value;
  if (typeof attachmentId !== "string" || typeof name !== "string") return [];
  if (typeof bytes !== "number" || typeof keptAtMs !== "number") return [];
  return [{ attachmentId, name, bytes, keptAtMs }];
}

function readIntent(value: unknown): Intent | null {
  if (!isObject(value)) return null;
  const { commandId, content } = value;
  return typeof commandId === "string" && typeof content === "string"
    ? { commandId, content }
    : null;
}

/** What a browser's storage gave back, as far as it makes sense. */
export function parseKept(text: string | null, nowMs: number): Kept | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || typeof value.body !== "string") return null;
    const files = Array.isArray(value.files) ? value.files.flatMap(readFile) : [];
    return {
      subject: typeof value.subject === "string" ? value.subject : "",
      body: value.body,
      files: files.filter((file) => nowMs - file.keptAtMs < filesKeptMs),
      intent: readIntent(value.intent),
    };
  } catch {
    return null;
  }
}

/** Storage can be full or forbidden: then the text lives as long as the page. */
export function keep(key: string, kept: Kept): void {
  const isEmpty = kept.subject.trim() === "" && kept.body.trim() === "" && kept.files.length === 0;
  try {
    if (isEmpty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    return;
  }
}

export function readKept(key: string, nowMs: number): Kept | null {
  try {
    return parseKept(localStorage.getItem(key), nowMs);
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}
