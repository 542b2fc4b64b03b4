"use client";

import { useRef, useState } from "react";
import { nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { bytesWords } from "@/ui/format/number";
import { putFile } from "../composer/put-file";
import type { Calls } from "./calls";
import type { KeptFile } from "./kept";
import type { PortalLimits } from "./problems";
import { readRefusal } from "./refusal";
import { fileWords as words } from "./words";

export type BroughtFile = {
  key: string;
  name: string;
  bytes: number;
  state: "uploading" | "ready" | "failed";
  /** From 0 to 1. */
  share: number;
  attachmentId: string | null;
  keptAtMs: number;
  problem: string | null;
  /** The file itself, where bringing it again may succeed. */
  source: File | null;
};

const ready = (file: Omit<KeptFile, "keptAtMs">, keptAtMs: number): BroughtFile => ({
  key: file.attachmentId,
  name: file.name,
  bytes: file.bytes,
  state: "ready",
  share: 1,
  attachmentId: file.attachmentId,
  keptAtMs,
  problem: null,
  source: null,
});

export type Files = ReturnType<typeof useFiles>;

/** The files of one message: each is brought on its own, with its progress and its own retry. */
export function useFiles(calls: Promise<Calls>, limits: PortalLimits) {
  const [files, setFiles] = useState<readonly BroughtFile[]>([]);
  const stops = useRef(new Map<string, AbortController>());

  const change = (key: string, part: Partial<BroughtFile>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const bring = async (key: string, source: File) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    change(key, { state: "uploading", share: 0, problem: null });
    try {
      const { requestUpload, completeUpload } = await calls;
      const { name, type, size: bytes } = source;
      const asked = await requestUpload({ commandId: newId(), name, type, bytes });
      const { attachmentId } = asked;
      await putFile(asked.upload, source, (share) => change(key, { share }), stop.signal);
      const done = await completeUpload({ commandId: newId(), attachmentId });
      if (done.state === "refused")
        change(key, { state: "failed", problem: done.reason ?? words.lost, source: null });
      else change(key, { ...ready({ ...done.attachment, attachmentId }, nowMs()), key });
    } catch (error) {
      if (stop.signal.aborted) return;
      const { code, words: said } = readRefusal(error);
      change(key, { state: "failed", problem: code === null ? words.lost : said });
    }
  };

  return {
    files,
    attachmentIds: files.flatMap((file) => file.attachmentId ?? []),
    kept: files.flatMap(({ attachmentId, name, bytes, keptAtMs }): KeptFile[] =>
      attachmentId === null ? [] : [{ attachmentId, name, bytes, keptAtMs }],
    ),
    /** Why the message cannot go yet. */
    problem: files.some((file) => file.state === "uploading")
      ? words.stillUploading
      : files.some((file) => file.state === "failed")
        ? words.notUploaded
        : null,
    add(sources: readonly File[]) {
      const room = limits.filesMax - files.length;
      const tooLarge = words.tooLarge(bytesWords(limits.fileBytesMax));
      const added = sources.map((source, place): BroughtFile => {
        const problem =
          source.size > limits.fileBytesMax
            ? tooLarge
            : place >= room
              ? words.tooMany(limits.filesMax)
              : null;
        return {
          key: newId(),
          name: source.name,
          bytes: source.size,
          state: problem === null ? "uploading" : "failed",
          share: 0,
          attachmentId: null,
          keptAtMs: 0,
          problem,
          source: problem === null ? source : null,
        };
      });
      setFiles((all) => [...all, ...added]);
      for (const { key, source } of added) if (source !== null) void bring(key, source);
    },
    again(file: BroughtFile) {
      if (file.source !== null) void bring(file.key, file.source);
    },
    remove(key: string) {
      stops.current.get(key)?.abort();
      stops.current.delete(key);
      setFiles((all) => all.filter((one) => one.key !== key));
    },
    /** Puts back files that are at the server already. */
    restore(kept: readonly Omit<KeptFile, "keptAtMs">[]) {
      setFiles((all) => [
        ...all,
        ...kept
          .filter((file) => all.every((one) => one.attachmentId !== file.attachmentId))
          .map((file) => ready(file, nowMs())),
      ]);
    },
    clear() {
      setFiles([]);
    },
  };
}
