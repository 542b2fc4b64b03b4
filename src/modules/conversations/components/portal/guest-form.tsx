"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { PlainButton } from "@/ui/plain-button";
import { Textarea } from "@/ui/textarea";
import { useSay } from "@/ui/words";
import { type GuestFormAction, untouchedGuest } from "./guest-state";

interface GuestFormProps {
  readonly action: GuestFormAction;
  readonly commandId: string;
  /** Says when this form was made, for this command alone. */
  readonly stamp: string;
  readonly subject: string;
  readonly days: number;
  readonly children?: ReactNode;
}

/** A question of somebody without an account: a plain form, with scripts and without. */
export function GuestForm({ action, commandId, stamp, subject, days, children }: GuestFormProps) {
  const say = useSay("guest");
  const box = useSay("box");
  const sayAsk = useSay("ask");
  const [state, send, busy] = useActionState(action, untouchedGuest);
  if (state.sentTo !== null) return <Sent email={state.sentTo} days={days} />;
  const labels = {
    name: say("name"),
    email: say("email"),
    subject: box("subject"),
    body: box("details"),
    send: box("notSent"),
  };
  const problemOf = (field: keyof typeof labels) =>
    state.problems.find((problem) => problem.field === field)?.message;
  const errors = state.problems.map(({ field, message }) => ({
    id: field,
    label: labels[field],
    message,
  }));
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={errors} attempt={state.attempt} />
      <input type="hidden" name="commandId" value={state.renewed?.commandId ?? commandId} />
      <input type="hidden" name="stamp" value={state.renewed?.stamp ?? stamp} />
      <Field id="name" label={labels.name} error={problemOf("name")}>
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            autoComplete="name"
            defaultValue={state.values.name}
          />
        )}
      </Field>
      <Field id="email" label={labels.email} hint={say("emailHint")} error={problemOf("email")}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            required
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={state.values.email}
          />
        )}
      </Field>
      <Field
        id="subject"
        label={labels.subject}
        hint={sayAsk("subjectHint")}
        error={problemOf("subject")}
      >
        {(control) => (
          <Input
            {...control}
            name="subject"
            required
            autoComplete="off"
            defaultValue={state.values.subject || subject}
          />
        )}
      </Field>
      <Field id="body" label={labels.body} hint={box("markdownHint")} error={problemOf("body")}>
        {(control) => (
          <Textarea {...control} name="body" rows={6} required defaultValue={state.values.body} />
        )}
      </Field>
      {children}
      {/* Programs fill in whatever they find; nobody sees, hears or reaches this one. */}
      <div hidden aria-hidden="true">
        <label>
          {say("trap")}
          <input name="website" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
      <p className="text-ink-2 text-small">{say("files")}</p>
      <PlainButton id="send" type="submit" variant="primary" busy={busy} className="md:self-start">
        {busy ? box("sending") : box("send")}
      </PlainButton>
    </form>
  );
}

function Sent({ email, days }: { email: string; days: number }) {
  const say = useSay("guest");
  return (
    <section
      role="status"
      className="rounded-card border border-line bg-good-soft p-4 text-on-good-soft md:p-6"
    >
      <h2 ref={(heading) => heading?.focus()} tabIndex={-1} className="text-title">
        {say("sentTitle")}
      </h2>
      <p className="mt-2 break-words text-body">{say("sentText", { email, days })}</p>
      <p className="mt-2 text-body">{say("sentMissing")}</p>
    </section>
  );
}
