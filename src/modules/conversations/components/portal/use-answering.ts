"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { announce } from "@/ui/announce";
import type { MessageView } from "../../schema";
import { type Conversation, withHeld, without } from "./conversation";
import type { PortalFormState, PortalProblem } from "./form-state";
import { type Intent, intentFor } from "./intent";
import { forget, keep, keptKey, readKept } from "./kept";
import { bodyProblems, type PortalLimits } from "./problems";
import { readRefusal } from "./refusal";
import type { RequestLine } from "./request-engine";
import { fieldText, setFieldText } from "./use-asking";
import { useFiles } from "./use-files";
import { requestWords as words } from "./words";

const holdSeconds = 15;

type Answering = {
  form: RefObject<HTMLFormElement | null>;
  line: Promise<RequestLine>;
  limits: PortalLimits;
  me: { id: string; name: string };
  conversation: Conversation;
  change: (how: (shown: Conversation) => Conversation) => void;
  came: PortalFormState;
};

/** What a customer does in a request: answer, take it back, mark as solved, open again. */
export function useAnswering(props: Answering) {
  const { form, line, limits, me, conversation, change, came } = props;
  const { id: ticketId, number } = conversation.row;
  const brought = useFiles(line, limits);
  const intent = useRef<Intent | null>(null);
  const undoIds = useRef(new Map<string, string>());
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState<"reply" | "undo" | "status" | null>(null);
  const [signedOut, setSignedOut] = useState(false);
  const [problems, setProblems] = useState<readonly PortalProblem[]>(came.problems);
  const [attempt, setAttempt] = useState(came.attempt);
  const key = keptKey(me.id, `request.${number}`);

  const box = () => fieldText(form.current, "body");
  const save = () =>
    keep(key, { subject: "", body: box(), files: brought.kept, intent: intent.current });

  const restore = useEffectEvent(() => {
    const kept = readKept(key, nowMs());
    if (kept === null || box().trim() !== "") return;
    intent.current = kept.intent;
    setFieldText(form.current, "body", kept.body);
    brought.restore(kept.files);
  });
  useEffect(() => restore(), []);

  const saveFiles = useEffectEvent(() => save());
  useEffect(() => {
    if (brought.files.length > 0) saveFiles();
  }, [brought.files]);

  const refuse = (found: readonly PortalProblem[]) => {
    setProblems(found);
    setAttempt((attempts) => attempts + 1);
  };
  /** One thing at a time; what goes wrong is said at the box, and what was written stays. */
  const doing = async (what: "reply" | "undo" | "status", work: () => Promise<void>) => {
    if (busy !== null) return;
    setProblems([]);
    setBusy(what);
    try {
      await work();
    } catch (error) {
      const { code, words: said } = readRefusal(error);
      setSignedOut(code === "not_signed_in");
      refuse([{ field: "send", message: said }]);
      void line.then(({ refetch }) => refetch());
    } finally {
      setBusy(null);
    }
  };

  const send = () => {
    const body = box();
    const { attachmentIds, kept } = brought;
    const found = bodyProblems(body, attachmentIds.length, limits);
    if (brought.problem !== null) found.push({ field: "send", message: brought.problem });
    if (found.length > 0) return refuse(found);
    return doing("reply", async () => {
      intent.current = intentFor(intent.current, [body, attachmentIds], newId);
      save();
      const { commandId } = intent.current;
      const { reply, refetch } = await line;
      const input = { commandId, ticketId, kind: "reply" as const, body, attachmentIds };
      const { messageId, releaseAt } = await reply({ ...input, holdSeconds });
      intent.current = null;
      setTexts((known) => new Map(known).set(messageId, body));
      change((shown) => withHeld(shown, heldOf({ messageId, releaseAt, ticketId, me, kept })));
      setFieldText(form.current, "body", "");
      brought.clear();
      forget(key);
      announce(words.sent);
      await refetch();
    });
  };

  const undo = (message: MessageView) =>
    doing("undo", async () => {
      const commandId = undoIds.current.get(message.id) ?? newId();
      undoIds.current.set(message.id, commandId);
      const calls = await line;
      const { bodyText } = await calls.undo({ commandId, ticketId, messageId: message.id });
      change((shown) => without(shown, message.id));
      const back = texts.get(message.id) ?? bodyText;
      setFieldText(form.current, "body", [back, box()].filter((part) => part !== "").join("\n\n"));
      brought.restore(message.attachments.map((file) => ({ ...file, attachmentId: file.id })));
      save();
      form.current?.querySelector("textarea")?.focus();
      announce(words.undone);
    });

  const become = (status: "resolved" | "open") =>
    doing("status", async () => {
      const before = conversation.row;
      const resolvedAt = status === "resolved" ? new Date(nowMs()).toISOString() : null;
      change((shown) => ({ ...shown, row: { ...shown.row, status, resolvedAt } }));
      const { resolve, reopen, refetch } = await line;
      const about = { commandId: newId(), ticketId };
      try {
        await (status === "resolved" ? resolve(about) : reopen(about));
      } catch (error) {
        change((shown) => ({ ...shown, row: before }));
        throw error;
      }
      await refetch();
    });

  return { brought, send, undo, become, save, texts, busy, signedOut, problems, attempt };
}

type Sent = {
  messageId: string;
  releaseAt: string | null;
  ticketId: string;
  me: { id: string; name: string };
  kept: readonly { attachmentId: string; name: string; bytes: number }[];
};

/** A sent answer as its writer sees it until the server has shown it. */
function heldOf({ messageId, releaseAt, ticketId, me, kept }: Sent): MessageView {
  return {
    id: messageId,
    ticketId,
    kind: "reply",
    state: "held",
    author: { id: me.id, name: me.name, side: "customer" },
    html: null,
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
