"use client";

import { useSyncExternalStore } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { bytesWords } from "@/ui/format/number";
import type { DraftFile, DraftKey } from "./drafts/draft";
import { putFile } from "./put-file";
import { changeUploads, subscribeUploads, type Upload, uploadsOf } from "./uploads-store";

const tooLarge = `Larger than ${bytesWords(limits.attachmentBytesMax)}. Choose a smaller file.`;
const tooMany = `At most ${limits.attachmentsPerMessageMax} files for one message.`;
const none: readonly Upload[] = [];

/**
 * The files that are brought for a draft, each on its own way, with progress and its own retry; they
 * go on while one looks elsewhere. `onArrived` gets each that has come.
 */
export function useUploads(key: DraftKey, onArrived: (file: DraftFile) => void) {
  const uploads = useSyncExternalStore(
    subscribeUploads,
    () => uploadsOf(key),
    () => none,
  );
  const { client } = trpc.useUtils();

  const change = (id: string, part: Partial<Upload>) =>
    changeUploads(key, (all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const drop = (id: string) => changeUploads(key, (all) => all.filter((one) => one.id !== id));

  const bring = async ({ id, file, stop }: Upload): Promise<DraftFile | null> => {
    change(id, { state: "uploading", share: 0, problem: null });
    try {
      const { name, type, size: bytes } = file;
      const asked = { commandId: newId(), name, type, bytes };
      const { attachmentId, upload } = await client.files.requestUpload.mutate(asked);
      await putFile(upload, file, (share) => change(id, { share }), stop.signal);
      const told = { commandId: newId(), attachmentId };
      const done = await client.files.completeUpload.mutate(told);
      if (stop.signal.aborted) return null;
      if (done.state === "refused") {
        change(id, { state: "failed", problem: done.reason, mayRetry: false });
        return null;
      }
      drop(id);
      onArrived(done.attachment);
      return done.attachment;
    } catch (error) {
      if (stop.signal.aborted) return null;
      const { code, words } = readError(error);
      change(id, { state: "failed", problem: words, mayRetry: code !== "attachment_refused" });
      return null;
    }
  };

  return {
    uploads,
    /** Gives each file when it has arrived; null for one that did not. */
    add(files: readonly File[], already: number): Promise<(DraftFile | null)[]> {
      const room = limits.attachmentsPerMessageMax - uploadsOf(key).length - already;
      const added = files.map((file, place): Upload => {
        const problem =
          file.size > limits.attachmentBytesMax ? tooLarge : place >= room ? tooMany : null;
        const state = problem === null ? "uploading" : "failed";
        const stop = new AbortController();
        return { id: newId(), file, state, share: 0, problem, mayRetry: false, stop };
      });
      changeUploads(key, (all) => [...all, ...added]);
      return Promise.all(
        added.map((upload) => (upload.state === "uploading" ? bring(upload) : null)),
      );
    },
    retry(id: string) {
      const upload = uploads.find((one) => one.id === id);
      if (upload !== undefined) void bring(upload);
    },
    remove(id: string) {
      uploads.find((one) => one.id === id)?.stop.abort();
      drop(id);
    },
  };
}
