"use client";

/** Long enough to read it twice and to reach Undo by keyboard. */
export const toastMs = 15_000;
const toastsMax = 4;

export interface ToastInput {
  readonly text: string;
  readonly tone?: "good" | "bad" | undefined;
  /** Takes the change back; `Z` and the palette reach the latest one. */
  readonly undo?: (() => void) | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** A reference to copy, for an error. */
  readonly reference?: string | undefined;
  /** How long it stays; Infinity until it is dismissed. */
  readonly ms?: number | undefined;
}

export interface ShownToast extends ToastInput {
  readonly id: string;
}

let shown: readonly ShownToast[] = [];
let made = 0;
const listeners = new Set<() => void>();

function show(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says what happened, in the corner, with the way back. */
export function toast(input: ToastInput): string {
  made += 1;
  const id = `toast-${made}`;
  show([...shown, { ...input, id }].slice(-toastsMax));
  return id;
}

export function dismissToast(id: string): void {
  show(shown.filter((one) => one.id !== id));
}

/** Takes back the latest change that can be; false when there is none. */
export function undoLatest(): boolean {
  const latest = shown.findLast((one) => one.undo !== undefined);
  if (latest === undefined) return false;
  dismissToast(latest.id);
  latest.undo?.();
  return true;
}

/** What the latest undo would take back, in words. */
export function latestUndoText(): string | null {
  return shown.findLast((one) => one.undo !== undefined)?.text ?? null;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const shownToasts = (): readonly ShownToast[] => shown;
