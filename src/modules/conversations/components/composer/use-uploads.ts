"use client";

import { useSyncExternalStore } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { bytesWords } from "@/ui/format/number";
import type { MessageKind } from "../../schema";
import { putFile } from "./put-file";
import {
  changeUploads,
  noUploads,
  subscribeUploads,
  type Upload,
  type UploadKey,
  uploadsOf,
  uploadsSent,
} from "./upload-store";

const tooLarge = `Larger than ${bytesWords(limits.attachmentBytesMax)}. Choose a smaller file.`;
const tooMany = `At most ${limits.attachmentsPerMessageMax} files for one message.`;

const stops = new Map<string, AbortController>();

/** The files that are brought for a message: each on its own way, with progress and its own retry. */
export function useUploads(ticketId: string, kind: MessageKind) {
  const key: UploadKey = `${ticketId} ${kind}`;
  const uploads = useSyncExternalStore(subscribeUploads, () => uploadsOf(key), noUploads);
  const { client } = trpc.useUtils();

  const change = (id: string, part: Partial<Upload>) =>
    changeUploads(key, (all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));

  const bring = async ({ id, file }: Upload) => {
    const stop = new AbortController();
    stops.set(id, stop);
    change(id, { state: "uploading", share: 0, problem: null });
    try {
      const { name, type, size: bytes } = file;
      const asked = { commandId: newId(), name, type, bytes };
      const { attachmentId, upload } = await client.files.requestUpload.mutate(asked);
      await putFile(upload, file, (share) => change(id, { share }), stop.signal);
      const told = { commandId: newId(), attachmentId };
      const done = await client.files.completeUpload.mutate(told);
      if (done.state === "refused")
        change(id, { state: "failed", problem: done.reason, mayRetry: false });
      else change(id, { state: "ready", share: 1, attachmentId });
    } catch (error) {
      if (stop.signal.aborted) return;
      const { code, words } = readError(error);
      change(id, { state: "failed", problem: words, mayRetry: code !== "attachment_refused" });
    }
  };

  return {
    uploads,
    add(files: readonly File[]) {
      const room = limits.attachmentsPerMessageMax - uploads.length;
      const added = files.map((file, place): Upload => {
        const problem =
          file.size > limits.attachmentBytesMax ? tooLarge : place >= room ? tooMany : null;
        const state = problem === null ? "uploading" : "failed";
        return { id: newId(), file, state, share: 0, attachmentId: null, problem, mayRetry: false };
      });
      changeUploads(key, (all) => [...all, ...added]);
      for (const upload of added) if (upload.state === "uploading") void bring(upload);
    },
    retry(id: string) {
      const upload = uploads.find((one) => one.id === id);
      if (upload !== undefined) void bring(upload);
    },
    remove(id: string) {
      stops.get(id)?.abort();
      stops.delete(id);
      changeUploads(key, (all) => all.filter((one) => one.id !== id));
    },
    /** They go with the message. */
    sent: () => uploadsSent(key),
  };
}
