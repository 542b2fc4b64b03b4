"use client";

import type { SetStatus } from "./outgoing-store";

const key = "send-as";
const statuses: readonly SetStatus[] = ["open", "pending", "on_hold", "resolved"];
const listeners = new Set<() => void>();

/** The status that the last reply set; the next one offers it. */
export function lastSendAs(): SetStatus | null {
  try {
    const stored = window.localStorage.getItem(key);
    return statuses.find((status) => status === stored) ?? null;
  } catch {
    return null;
  }
}

export function rememberSendAs(status: SetStatus | null): void {
  try {
    if (status === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, status);
  } catch {
    // It is a comfort: without storage the button offers the plain way.
  }
  for (const listener of listeners) listener();
}

export function subscribeSendAs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
