"use client";

import type { ReactNode } from "react";
import type { KeyOf } from "@/platform/i18n/types";
import { ErrorSummary } from "@/ui/error-summary";
import { Notice } from "@/ui/notice";
import { PlainButton } from "@/ui/plain-button";
import { useSay } from "@/ui/words";
import type { FormState } from "../types";

/** What the summary calls each field; the same words stand at the field. */
const labels: Readonly<Record<string, KeyOf<"doors">>> = {
  name: "name",
  email: "email",
  password: "password",
  token: "link",
};

export const messageOf = (state: FormState, field: string) =>
  state.errors.find((error) => error.field === field)?.message;

interface FormFrameProps {
  readonly state: FormState;
  readonly send: (form: FormData) => void;
  readonly busy: boolean;
  readonly verb: string;
  /** What fields are called here that are called otherwise elsewhere. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Hidden fields; the link's token travels so. */
  readonly carries?: Readonly<Record<string, string>> | undefined;
  /** Where to go once it is done. */
  readonly next?: ReactNode;
  readonly children?: ReactNode;
}

/** A form that works without any script, says what is wrong in one place and keeps what was written. */
export function FormFrame(props: FormFrameProps) {
  const { state, send, busy, verb, names = {}, carries = {}, next, children } = props;
  const say = useSay("doors");
  if (state.done !== null)
    return (
      <div role="status" className="flex flex-col gap-4">
        <Notice tone="good">{state.done}</Notice>
        {next}
      </div>
    );
  const labelOf = (key: KeyOf<"doors"> | undefined, field: string) =>
    key === undefined ? field : say(key);
  const errors = state.errors.map(({ field, message }) => ({
    id: field,
    label: names[field] ?? labelOf(labels[field], field),
    message,
  }));
  const refusal =
    state.refusal === null ? [] : [{ id: "send", label: say("notDone"), message: state.refusal }];
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <ErrorSummary errors={[...refusal, ...errors]} attempt={state.attempt} />
      {Object.entries(carries).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <PlainButton id="send" type="submit" variant="primary" busy={busy} className="w-full">
        {verb}
      </PlainButton>
    </form>
  );
}
