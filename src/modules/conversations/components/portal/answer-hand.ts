import { nowMs } from "@/platform/clock";
import type { Say } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { announce } from "@/ui/announce";
import type { MessageView } from "../../schema";
import type { BoxWords } from "./box-words";
import { type Conversation, withHeld, without } from "./conversation";
import { fieldText, setFieldText } from "./fields";
import { type FilesHand, filesHand } from "./files-hand";
import { type Intent, intentFor } from "./intent";
import { forget, keep, keptKey, readKept } from "./kept";
import { bodyProblems, type PortalLimits } from "./problems";
import { readRefusal } from "./refusal";
import type { RequestLine } from "./request-engine";
import type { Store } from "./store";
import type { Writing } from "./writing";

const holdSeconds = 15;

export type Answering = {
  writing: Store<Writing>;
  conversation: Store<Conversation>;
  form: () => HTMLFormElement | null;
  limits: PortalLimits;
  words: BoxWords & { readonly request: Say<"request"> };
  me: { id: string; name: string };
};

export type AnswerHand = {
  files: FilesHand;
  save(): void;
  send(): Promise<void>;
  undo(message: MessageView): Promise<void>;
  become(status: "resolved" | "open"): Promise<void>;
  older(before: string): Promise<void>;
};

/** What a customer does in a request: answer, take it back, mark as solved, open again. */
export function answerHand(answering: Answering, line: RequestLine): AnswerHand {
  const { writing, conversation, form, limits, words, me } = answering;
  const { id: ticketId, number } = conversation.get().row;
  const files = filesHand(writing, line, limits, words);
  const key = keptKey(me.id, `request.${number}`);
  const undoIds = new Map<string, string>();
  const texts = new Map<string, string>();
  let intent: Intent | null = null;

  const box = () => fieldText(form(), "body");
  const save = () => keep(key, { subject: "", body: box(), files: files.kept(), intent });
  const change = (part: Partial<Writing>) => writing.set((state) => ({ ...state, ...part }));
  const refuse = (problems: Writing["problems"], signedOut = false) =>
    change({ problems, signedOut, attempt: writing.get().attempt + 1 });

  const kept = readKept(key, nowMs());
  if (kept !== null && box().trim() === "") {
    intent = kept.intent;
    setFieldText(form(), "body", kept.body);
    files.restore(kept.files);
  }
  writing.subscribe(() => {
    if (writing.get().files.length > 0) save();
  });

  /** One thing at a time; what goes wrong is said at the box, and what was written stays. */
  const doing = async (busy: NonNullable<Writing["busy"]>, work: () => Promise<void>) => {
    if (writing.get().busy !== null) return;
    change({ problems: [], signedOut: false, busy });
    try {
      await work();
    } catch (error) {
      const { code, words: said } = readRefusal(error, words);
      refuse([{ field: "send", message: said }], code === "not_signed_in");
      void line.refetch();
    } finally {
      change({ busy: null });
    }
  };

  return {
    files,
    save,
    async send() {
      if (writing.get().busy !== null) return;
      change({ problems: [], busy: "send" });
      await files.settled();
      change({ busy: null });
      const body = box();
      const attachmentIds = files.ids();
      const found = bodyProblems(body, attachmentIds.length, limits, words.box);
      const unready = files.problem();
      if (unready !== null) found.push({ field: "send", message: unready });
      if (found.length > 0) return refuse(found);
      await doing("send", async () => {
        intent = intentFor(intent, [body, attachmentIds], newId);
        save();
        const { commandId } = intent;
        const input = {
          commandId,
          ticketId,
          kind: "reply",
          body,
          attachmentIds,
          holdSeconds,
        } as const;
        const said = await line.reply({ ...input, attachmentIds });
        const { messageId, releaseAt, followUp } = said;
        if (followUp !== null) {
          // The request closed while this was written: what was written is a new one now.
          forget(key);
          return window.location.assign(`/portal/requests/${followUp}?asked=1`);
        }
        intent = null;
        texts.set(messageId, body);
        const held = heldOf({ messageId, releaseAt, ticketId, me, body, kept: files.kept() });
        conversation.set((shown) => withHeld(shown, held));
        setFieldText(form(), "body", "");
        files.clear();
        forget(key);
        announce(words.request("sent"));
        void line.refetch();
      });
    },
    undo: (message) =>
      doing("undo", async () => {
        const commandId = undoIds.get(message.id) ?? newId();
        undoIds.set(message.id, commandId);
        const { bodyText } = await line.undo({ commandId, ticketId, messageId: message.id });
        conversation.set((shown) => without(shown, message.id));
        const back = texts.get(message.id) ?? bodyText;
        setFieldText(form(), "body", [back, box()].filter((part) => part !== "").join("\n\n"));
        files.restore(message.attachments.map((file) => ({ ...file, attachmentId: file.id })));
        save();
        form()?.querySelector("textarea")?.focus();
        announce(words.request("undone"));
      }),
    become: (status) =>
      doing("status", async () => {
        const before = conversation.get().row;
        const resolvedAt = status === "resolved" ? new Date(nowMs()).toISOString() : null;
        const become = (row: Partial<Conversation["row"]>) =>
          conversation.set((shown) => ({ ...shown, row: { ...shown.row, ...row } }));
        become({ status, resolvedAt });
        const about = { commandId: newId(), ticketId };
        try {
          await (status === "resolved" ? line.resolve(about) : line.reopen(about));
        } catch (error) {
          become(before);
          throw error;
        }
        await line.refetch();
      }),
    older: line.older,
  };
}

type Sent = {
  messageId: string;
  releaseAt: string | null;
  ticketId: string;
  me: { id: string; name: string };
  body: string;
  kept: readonly { attachmentId: string; name: string; bytes: number }[];
};

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`).replace(/\r?\n/g, "<br>");

/** A sent answer as its writer sees it until the server has shown how it will look. */
function heldOf({ messageId, releaseAt, ticketId, me, body, kept }: Sent): MessageView {
  return {
    id: messageId,
    ticketId,
    kind: "reply",
    state: "held",
    author: { id: me.id, name: me.name, side: "customer" },
    html: `<p>${escaped(body)}</p>`,
    releaseAt,
    createdAt: releaseAt ?? new Date(nowMs()).toISOString(),
    attachments: kept.map((file) => ({
      id: file.attachmentId,
      name: file.name,
      type: "",
      bytes: file.bytes,
    })),
  };
}
