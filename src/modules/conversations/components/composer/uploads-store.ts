"use client";

import type { DraftKey } from "./drafts/draft";

/** A file on its way; one that has arrived belongs to its draft. */
export type Upload = {
  id: string;
  file: File;
  state: "uploading" | "failed";
  /** From 0 to 1. */
  share: number;
  /** Why it failed, and whether it may succeed when it is tried again. */
  problem: string | null;
  mayRetry: boolean;
  stop: AbortController;
};

const none: readonly Upload[] = [];
const all = new Map<DraftKey, readonly Upload[]>();
const listeners = new Set<() => void>();

export const uploadsOf = (key: DraftKey): readonly Upload[] => all.get(key) ?? none;

export function changeUploads(
  key: DraftKey,
  change: (uploads: readonly Upload[]) => readonly Upload[],
): void {
  all.set(key, change(uploadsOf(key)));
  for (const listener of listeners) listener();
}

export function subscribeUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
