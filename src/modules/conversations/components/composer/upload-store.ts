import type { MessageKind } from "../../schema";

export type Upload = {
  id: string;
  file: File;
  state: "uploading" | "ready" | "failed";
  /** From 0 to 1. */
  share: number;
  attachmentId: string | null;
  /** Why it failed, and whether it may succeed when it is tried again. */
  problem: string | null;
  mayRetry: boolean;
};

/** Reply and note of one ticket are two drafts, each with files of its own. */
export type UploadKey = `${string} ${MessageKind}`;

const none: readonly Upload[] = [];
const drafts = new Map<UploadKey, readonly Upload[]>();
const sent = new Map<string, Upload>();
const listeners = new Set<() => void>();

export const uploadsOf = (key: UploadKey): readonly Upload[] => drafts.get(key) ?? none;

export const noUploads = (): readonly Upload[] => none;

export function subscribeUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** They live as long as the page, whichever tab or ticket is shown meanwhile. */
export function changeUploads(
  key: UploadKey,
  change: (uploads: readonly Upload[]) => readonly Upload[],
): void {
  const next = change(uploadsOf(key));
  if (next.length === 0) drafts.delete(key);
  else drafts.set(key, next);
  for (const listener of listeners) listener();
}

/** They go with their message; a message that did not go may want them back. */
export function uploadsSent(key: UploadKey): void {
  for (const upload of uploadsOf(key))
    if (upload.attachmentId !== null) sent.set(upload.attachmentId, upload);
  changeUploads(key, () => none);
}

export function uploadsBack(key: UploadKey, attachmentIds: readonly string[]): void {
  const back = attachmentIds.flatMap((id) => sent.get(id) ?? []);
  changeUploads(key, (begun) => [...back, ...begun.filter((one) => !back.includes(one))]);
}
