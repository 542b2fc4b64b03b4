import type { DraftKey } from "./drafts/draft";

/** What was typed before all that belongs to writing had come; by draft, because one may go on. */
const begun = new Map<DraftKey, string>();

export const begin = (key: DraftKey, text: string): void => void begun.set(key, text);
export const begunText = (key: DraftKey): string => begun.get(key) ?? "";

/** Gives it to its draft, once. */
export function takeBegun(key: DraftKey): string {
  const text = begunText(key);
  begun.delete(key);
  return text;
}
