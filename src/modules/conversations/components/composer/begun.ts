import type { DraftKey } from "./drafts/draft";

/** What was typed before all that belongs to writing had come; by draft, because one may go on. */
const begun = new Map<DraftKey, string>();

/** Whoever was quick enough to send it as well; typing on takes that back. */
const wished = new Set<DraftKey>();

export function begin(key: DraftKey, text: string): void {
  begun.set(key, text);
  wished.delete(key);
}
export const begunText = (key: DraftKey): string => begun.get(key) ?? "";

/** Sends what was typed as soon as it can be sent; an empty box is not sent. */
export function wishToSend(key: DraftKey): void {
  if (begunText(key).trim() !== "") wished.add(key);
}

export const takeWish = (key: DraftKey): boolean => wished.delete(key);

/** Gives it to its draft, once. */
export function takeBegun(key: DraftKey): string {
  const text = begunText(key);
  begun.delete(key);
  return text;
}
