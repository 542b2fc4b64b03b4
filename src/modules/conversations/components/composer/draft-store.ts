"use client";

import { nowMs } from "@/platform/clock";
import { isNumber, isRecord, isText, isTextOrNull } from "@/platform/shape";
import type { MessageKind } from "../../schema";

export type Draft = {
  text: string;
  savedAtMs: number;
  /** The last message that its author had seen when it was begun. */
  after: string | null;
};

const isDraft = (value: unknown): value is Draft =>
  isRecord(value) && isText(value.text) && isNumber(value.savedAtMs) && isTextOrNull(value.after);

const prefix = "draft.";
const keyOf = (ticketId: string, kind: MessageKind) => `${prefix}${ticketId}.${kind}`;
const listeners = new Set<() => void>();
let drafted: ReadonlySet<string> | undefined;

/** Storage can be full or forbidden: the text then lives as long as the page. */
function storage(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}

function changed(): void {
  drafted = undefined;
  for (const listener of listeners) listener();
}

export function readDraft(ticketId: string, kind: MessageKind): Draft | null {
  try {
    const text = storage()?.getItem(keyOf(ticketId, kind)) ?? null;
    if (text === null) return null;
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets it when nothing is left of it; says whether it could be kept. */
export function keepDraft(
  ticketId: string,
  kind: MessageKind,
  text: string,
  after: string | null,
): boolean {
  try {
    const store = storage();
    if (store === null) return false;
    if (text.trim() === "") store.removeItem(keyOf(ticketId, kind));
    else {
      const draft: Draft = { text, savedAtMs: nowMs(), after };
      store.setItem(keyOf(ticketId, kind), JSON.stringify(draft));
    }
    changed();
    return true;
  } catch {
    return false;
  }
}

export function subscribeDrafts(listener: () => void): () => void {
  listeners.add(listener);
  const fromOtherTabs = (event: StorageEvent) => event.key?.startsWith(prefix) && changed();
  window.addEventListener("storage", fromOtherTabs);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", fromOtherTabs);
  };
}

/** The tickets in which something is written and not sent. */
export function draftedTickets(): ReadonlySet<string> {
  if (drafted !== undefined) return drafted;
  const found = new Set<string>();
  const store = storage();
  for (let place = 0; place < (store?.length ?? 0); place += 1) {
    const key = store?.key(place) ?? "";
    const [ticketId] = key.startsWith(prefix) ? key.slice(prefix.length).split(".") : [];
    if (ticketId !== undefined) found.add(ticketId);
  }
  drafted = found;
  return found;
}

const restored = new Set<(ticketId: string, kind: MessageKind) => void>();

/** Puts a text back into its draft, before whatever was begun there meanwhile. */
export function restoreDraft(ticketId: string, kind: MessageKind, text: string): void {
  const begun = readDraft(ticketId, kind)?.text ?? "";
  const whole = begun.trim() === "" || begun === text ? text : `${text}\n\n${begun}`;
  keepDraft(ticketId, kind, whole, null);
  for (const listener of restored) listener(ticketId, kind);
}

export function onDraftRestored(
  listener: (ticketId: string, kind: MessageKind) => void,
): () => void {
  restored.add(listener);
  return () => restored.delete(listener);
}
