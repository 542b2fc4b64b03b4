import { nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { bytesWords } from "@/ui/format/number";
import { putFile } from "../composer/put-file";
import type { BoxWords } from "./box-words";
import type { Calls } from "./calls";
import type { KeptFile } from "./kept";
import type { PortalLimits } from "./problems";
import { readRefusal } from "./refusal";
import type { Store } from "./store";
import type { BroughtFile, Writing } from "./writing";

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

const isUnderWay = ({ get }: Store<Writing>) =>
  get().files.some((file) => file.state === "uploading");

function settled(writing: Store<Writing>): Promise<void> {
  if (!isUnderWay(writing)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = writing.subscribe(() => {
      if (isUnderWay(writing)) return;
      stop();
      resolve();
    });
  });
}

/** How files are brought: by who is signed in, or into a form. */
export type Uploads = {
  requestUpload: (input: {
    commandId: string;
    name: string;
    type: string;
    bytes: number;
  }) => ReturnType<Calls["requestUpload"]>;
  completeUpload: (input: {
    commandId: string;
    attachmentId: string;
  }) => ReturnType<Calls["completeUpload"]>;
};

export type FilesHand = ReturnType<typeof filesHand>;

/** Brings files to the server: each on its own, with its progress and its own retry. */
export function filesHand(
  writing: Store<Writing>,
  calls: Uploads,
  limits: PortalLimits,
  words: BoxWords,
) {
  const { upload: say } = words;
  const stops = new Map<string, AbortController>();

  const setFiles = (how: (files: readonly BroughtFile[]) => readonly BroughtFile[]) =>
    writing.set((state) => ({ ...state, files: how(state.files) }));
  const change = (key: string, part: Partial<BroughtFile>) =>
    setFiles((files) => files.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const bring = async (key: string, source: File) => {
    const stop = new AbortController();
    stops.set(key, stop);
    change(key, { state: "uploading", share: 0, problem: null });
    try {
      const { name, type, size: bytes } = source;
      const asked = await calls.requestUpload({ commandId: newId(), name, type, bytes });
      const { attachmentId, upload } = asked;
      await putFile(upload, source, (share) => change(key, { share }), stop.signal);
      const done = await calls.completeUpload({ commandId: newId(), attachmentId });
      if (done.state === "refused")
        change(key, { state: "failed", problem: done.reason ?? say("lost"), source: null });
      else change(key, { ...ready({ ...done.attachment, attachmentId }, nowMs()), key });
    } catch (error) {
      if (stop.signal.aborted) return;
      const { code, words: said } = readRefusal(error, words);
      change(key, { state: "failed", problem: code === null ? say("lost") : said });
    }
  };

  const refusalOf = (source: File, place: number): string | null => {
    if (source.size > limits.fileBytesMax)
      return say("tooLarge", { size: bytesWords(limits.fileBytesMax, limits.locale) });
    return place >= limits.filesMax ? say("tooMany", { max: limits.filesMax }) : null;
  };

  return {
    ids: () => writing.get().files.flatMap((file) => file.attachmentId ?? []),
    kept: () =>
      writing
        .get()
        .files.flatMap(({ attachmentId, name, bytes, keptAtMs }): KeptFile[] =>
          attachmentId === null ? [] : [{ attachmentId, name, bytes, keptAtMs }],
        ),
    /** Comes when no file is on its way any more: a message waits for its files. */
    settled: () => settled(writing),
    /** Why the message cannot go. */
    problem: (): string | null =>
      writing.get().files.some((file) => file.state === "failed") ? say("notUploaded") : null,
    add(sources: readonly File[]) {
      const before = writing.get().files.length;
      const added = sources.map((source, place): BroughtFile => {
        const problem = refusalOf(source, before + place);
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
      setFiles((files) => [...files, ...added]);
      for (const { key, source } of added) if (source !== null) void bring(key, source);
    },
    again(file: BroughtFile) {
      if (file.source !== null) void bring(file.key, file.source);
    },
    remove(key: string) {
      stops.get(key)?.abort();
      stops.delete(key);
      setFiles((files) => files.filter((one) => one.key !== key));
    },
    /** Puts back files that are at the server already. */
    restore(kept: readonly Omit<KeptFile, "keptAtMs">[]) {
      setFiles((files) => [
        ...files,
        ...kept
          .filter((file) => files.every((one) => one.attachmentId !== file.attachmentId))
          .map((file) => ready(file, nowMs())),
      ]);
    },
    clear() {
      setFiles(() => []);
    },
  };
}
