"use client";

import { type FormEvent, type ReactNode, useActionState, useRef, useState } from "react";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { PlainButton } from "@/ui/plain-button";
import { Textarea } from "@/ui/textarea";
import { useSay } from "@/ui/words";
import type { FilesHand } from "./files-hand";
import { untouchedForm } from "./form-state";
import { GuestFiles, type GuestFiling } from "./guest-files";
import { type GuestFormAction, untouchedGuest } from "./guest-state";
import type { PortalLimits } from "./problems";
import { createStore, useStore } from "./store";
import { useBoxWords } from "./use-box-words";
import { useLine } from "./use-line";
import { firstWriting } from "./writing";

interface GuestFormProps {
  readonly action: GuestFormAction;
  readonly commandId: string;
  /** Says when this form was made, for this command alone. */
  readonly stamp: string;
  readonly subject: string;
  readonly days: number;
  readonly limits: PortalLimits;
  readonly children?: ReactNode;
}

/** A question of somebody without an account: a plain form, with scripts and without. */
export function GuestForm(props: GuestFormProps) {
  const { action, commandId, stamp, subject, days, limits, children } = props;
  const say = useSay("guest");
  const box = useSay("box");
  const sayAsk = useSay("ask");
  const words = useBoxWords();
  const [state, send, onItsWay] = useActionState(action, untouchedGuest);
  const form = useRef<HTMLFormElement>(null);
  const [filing] = useState(
    (): GuestFiling => ({
      writing: createStore(firstWriting(untouchedForm)),
      form: { formId: commandId, stamp },
      limits,
      words,
    }),
  );
  const { line, ready } = useLine<FilesHand>();
  const writing = useStore(filing.writing);
  const busy = onItsWay || writing.busy !== null;
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
  const problems = writing.problems.length > 0 ? writing.problems : state.problems;
  const errors = problems.map(({ field, message }) => ({
    id: field,
    label: labels[field],
    message,
  }));
  /** It goes as it would without a script, once its files have arrived. */
  const sendWithFiles = (event: FormEvent) => {
    const { files } = filing.writing.get();
    const change = (part: Partial<typeof writing>) =>
      filing.writing.set((before) => ({ ...before, ...part }));
    change({ problems: [] });
    if (files.every((file) => file.state === "ready")) return;
    event.preventDefault();
    change({ busy: "send" });
    void line.then(async (hand) => {
      await hand.settled();
      change({ busy: null });
      const unready = hand.problem();
      if (unready === null) return form.current?.requestSubmit();
      const attempt = filing.writing.get().attempt + 1;
      change({ problems: [{ field: "send", message: unready }], attempt });
    });
  };
  return (
    <form
      ref={form}
      action={send}
      onSubmit={sendWithFiles}
      noValidate
      className="flex flex-col gap-6"
    >
      <ErrorSummary errors={errors} attempt={state.attempt + writing.attempt} />
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
          <Textarea {...control} name="body" rows={6} defaultValue={state.values.body} />
        )}
      </Field>
      {children}
      <GuestFiles filing={filing} line={line} ready={ready} />
      {/* Programs fill in whatever they find; nobody sees, hears or reaches this one. */}
      <div hidden aria-hidden="true">
        <label>
          {say("trap")}
          <input name="website" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
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
