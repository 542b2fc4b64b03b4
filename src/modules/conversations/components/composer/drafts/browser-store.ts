"use client";

import { isNumber, isRecord, isText, isTextOrNull } from "@/platform/shape";
import type { DraftFile, DraftKey, Written } from "./draft";

const isFile = (value: unknown): value is DraftFile =>
  isRecord(value) &&
  isText(value.id) &&
  isText(value.name) &&
  isText(value.type) &&
  isNumber(value.bytes);

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  isText(value.text) &&
  Array.isArray(value.files) &&
  value.files.every(isFile) &&
  isTextOrNull(value.after) &&
  (value.version === null || isNumber(value.version));

export type Kept = Written & { version: number | null };

/** Words that the server does not have yet; each person of this browser has their own. */
export type BrowserStore = {
  read(key: DraftKey): Kept | null;
  /** Says whether it could be kept. */
  write(key: DraftKey, kept: Kept | null): boolean;
  keys(): DraftKey[];
};

const isKey = (text: string): text is DraftKey => /^[0-9a-f-]{36} (reply|note)$/.test(text);

/** Storage can be full or forbidden: the text then lives as long as the page. */
export function browserStore(personId: string): BrowserStore {
  const prefix = `draft.${personId}.`;
  return {
    read(key) {
      try {
        const text = window.localStorage.getItem(prefix + key);
        const kept: unknown = text === null ? null : JSON.parse(text);
        return isKept(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    write(key, kept) {
      try {
        if (kept === null) window.localStorage.removeItem(prefix + key);
        else window.localStorage.setItem(prefix + key, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    keys() {
      try {
        return Object.keys(window.localStorage)
          .filter((name) => name.startsWith(prefix))
          .map((name) => name.slice(prefix.length))
          .filter(isKey);
      } catch {
        return [];
      }
    },
  };
}
