import { fieldsOfForm } from "@/modules/fields/client";
import { nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import type { BoxWords } from "./box-words";
import type { Calls } from "./calls";
import { fieldText, setFieldText } from "./fields";
import { type FilesHand, filesHand } from "./files-hand";
import { type Intent, intentFor } from "./intent";
import { forget, keep, keptKey, readKept } from "./kept";
import { askProblems, type PortalLimits } from "./problems";
import { readRefusal } from "./refusal";
import type { Store } from "./store";
import type { Writing } from "./writing";

export type Asking = {
  writing: Store<Writing>;
  form: () => HTMLFormElement | null;
  limits: PortalLimits;
  words: BoxWords;
  personId: string;
  follows: number | null;
  onAsked: (number: number) => void;
};

export type AskHand = { files: FilesHand; save(): void; send(): Promise<void>; discard(): void };

/** Asking in the browser: what is written is kept until it has arrived, and arrives once. */
export function askHand(asking: Asking, calls: Calls): AskHand {
  const { writing, form, limits, words, personId, follows, onAsked } = asking;
  const files = filesHand(writing, calls, limits, words);
  const key = keptKey(personId, follows === null ? "ask" : `ask.${follows}`);
  let intent: Intent | null = null;

  const written = () => ({
    subject: fieldText(form(), "subject"),
    body: fieldText(form(), "body"),
  });
  const save = () => keep(key, { ...written(), files: files.kept(), intent });
  const change = (part: Partial<Writing>) => writing.set((state) => ({ ...state, ...part }));
  const refuse = (problems: Writing["problems"], signedOut = false) =>
    change({ problems, signedOut, attempt: writing.get().attempt + 1 });

  const kept = readKept(key, nowMs());
  const { subject, body } = written();
  // Words that came with the page, or were written before this was loaded, are the newer wish.
  if (kept !== null && subject.trim() === "" && body.trim() === "") {
    intent = kept.intent;
    setFieldText(form(), "subject", kept.subject);
    setFieldText(form(), "body", kept.body);
    files.restore(kept.files);
    change({ wasKept: true });
  }
  writing.subscribe(() => {
    if (writing.get().files.length > 0) save();
  });

  return {
    files,
    save,
    async send() {
      if (writing.get().busy !== null) return;
      change({ problems: [], signedOut: false, busy: "send" });
      await files.settled();
      change({ busy: null });
      const asked = written();
      const attachmentIds = files.ids();
      const sent = form();
      const fields = sent === null ? undefined : fieldsOfForm(new FormData(sent));
      const found = askProblems({ ...asked, filesCount: attachmentIds.length }, limits, words.box);
      const unready = files.problem();
      if (unready !== null) found.push({ field: "send", message: unready });
      if (found.length > 0) return refuse(found);
      intent = intentFor(intent, [asked, attachmentIds, fields], newId);
      save();
      change({ problems: [], signedOut: false, busy: "send" });
      try {
        const { commandId } = intent;
        const goesOn = follows === null ? {} : { followsNumber: follows };
        const { number } = await calls.ask({
          commandId,
          ...asked,
          ...goesOn,
          attachmentIds,
          ...(fields === undefined ? {} : { fields }),
        });
        intent = null;
        files.clear();
        forget(key);
        onAsked(number);
      } catch (error) {
        const { code, words: said } = readRefusal(error, words);
        refuse([{ field: "send", message: said }], code === "not_signed_in");
      } finally {
        change({ busy: null });
      }
    },
    discard() {
      setFieldText(form(), "subject", "");
      setFieldText(form(), "body", "");
      intent = null;
      files.clear();
      change({ wasKept: false });
      forget(key);
    },
  };
}
