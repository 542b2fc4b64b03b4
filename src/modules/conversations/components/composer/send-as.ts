"use client";

import { isRecord } from "@/platform/shape";
import type { SetStatus } from "./outgoing-store";

/** What the last reply set, and where it led: the next one offers the same. */
export type SendAs = { status: SetStatus | null; next: boolean };

const plain: SendAs = { status: null, next: false };
const statuses: readonly unknown[] = ["open", "pending", "on_hold", "resolved", null];
const isSendAs = (value: unknown): value is SendAs =>
  isRecord(value) && statuses.includes(value.status) && typeof value.next === "boolean";
const keyOf = (personId: string) => `send-as.${personId}`;
const listeners = new Set<() => void>();
const known = new Map<string, SendAs>();

export function lastSendAs(personId: string): SendAs {
  const before = known.get(personId);
  if (before !== undefined) return before;
  let read = plain;
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(keyOf(personId)) ?? "null");
    if (isSendAs(stored)) read = stored;
  } catch {
    // Without storage the button offers the plain way.
  }
  known.set(personId, read);
  return read;
}

export function rememberSendAs(personId: string, chosen: SendAs): void {
  known.set(personId, chosen);
  try {
    window.localStorage.setItem(keyOf(personId), JSON.stringify(chosen));
  } catch {
    // It is a comfort: it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function subscribeSendAs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const plainSendAs = (): SendAs => plain;
