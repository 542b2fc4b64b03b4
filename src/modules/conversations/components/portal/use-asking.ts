"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { nowMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import type { Calls } from "./calls";
import type { PortalFormState, PortalProblem } from "./form-state";
import { type Intent, intentFor } from "./intent";
import { forget, keep, keptKey, readKept } from "./kept";
import { askProblems, type PortalLimits } from "./problems";
import { readRefusal } from "./refusal";
import { useFiles } from "./use-files";

type Asking = {
  form: RefObject<HTMLFormElement | null>;
  calls: Promise<Calls>;
  limits: PortalLimits;
  personId: string;
  /** What came back from a form that was sent without a script. */
  came: PortalFormState;
};

export const fieldText = (form: HTMLFormElement | null, name: string): string => {
  const value = form === null ? null : new FormData(form).get(name);
  return typeof value === "string" ? value : "";
};

export function setFieldText(form: HTMLFormElement | null, name: string, text: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = text;
}

/** Asking in the browser: what is written is kept until it has arrived, and arrives once. */
export function useAsking({ form, calls, limits, personId, came }: Asking) {
  const brought = useFiles(calls, limits);
  const intent = useRef<Intent | null>(null);
  const [sending, setSending] = useState(false);
  const [asked, setAsked] = useState<{ number: number } | null>(null);
  const [wasKept, setWasKept] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [problems, setProblems] = useState<readonly PortalProblem[]>(came.problems);
  const [attempt, setAttempt] = useState(came.attempt);
  const key = keptKey(personId, "ask");

  const written = () => ({
    subject: fieldText(form.current, "subject"),
    body: fieldText(form.current, "body"),
  });
  const save = () => keep(key, { ...written(), files: brought.kept, intent: intent.current });

  const restore = useEffectEvent(() => {
    const kept = readKept(key, nowMs());
    const { subject, body } = written();
    // Words that came with the page, or were written before the script, are the newer wish.
    if (kept === null || subject.trim() !== "" || body.trim() !== "") return;
    intent.current = kept.intent;
    setFieldText(form.current, "subject", kept.subject);
    setFieldText(form.current, "body", kept.body);
    brought.restore(kept.files);
    setWasKept(true);
  });
  useEffect(() => restore(), []);

  const saveFiles = useEffectEvent(() => {
    if (brought.files.length > 0) save();
  });
  useEffect(() => {
    if (brought.files.length > 0) saveFiles();
  }, [brought.files]);

  const refuse = (found: readonly PortalProblem[]) => {
    setProblems(found);
    setAttempt((attempts) => attempts + 1);
  };

  const send = async () => {
    if (sending) return;
    const { subject, body } = written();
    const { attachmentIds } = brought;
    const found = askProblems({ subject, body, filesCount: attachmentIds.length }, limits);
    if (brought.problem !== null) found.push({ field: "send", message: brought.problem });
    if (found.length > 0) return refuse(found);
    intent.current = intentFor(intent.current, [subject, body, attachmentIds], newId);
    save();
    setProblems([]);
    setSending(true);
    try {
      const { ask } = await calls;
      const { commandId } = intent.current;
      const { number } = await ask({ commandId, subject, body, attachmentIds });
      forget(key);
      intent.current = null;
      brought.clear();
      setAsked({ number });
    } catch (error) {
      const { code, words } = readRefusal(error);
      setSignedOut(code === "not_signed_in");
      refuse([{ field: "send", message: words }]);
    } finally {
      setSending(false);
    }
  };

  const discard = () => {
    forget(key);
    form.current?.reset();
    setFieldText(form.current, "subject", "");
    setFieldText(form.current, "body", "");
    brought.clear();
    setWasKept(false);
  };

  return { brought, send, save, discard, sending, asked, wasKept, signedOut, problems, attempt };
}
