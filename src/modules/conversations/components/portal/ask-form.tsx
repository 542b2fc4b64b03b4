"use client";

import { useActionState, useRef } from "react";
import { useLate } from "@/modules/tickets/client";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { TextLink } from "@/ui/text-link";
import { Textarea } from "@/ui/textarea";
import { Asked } from "./asked";
import type { Calls } from "./calls";
import { FilePicker } from "./file-picker";
import { type PortalFormState, untouchedForm } from "./form-state";
import { usePortalForms } from "./portal-forms";
import type { PortalLimits } from "./problems";
import { useAsking } from "./use-asking";
import { useLine } from "./use-line";
import { useOnline } from "./use-online";
import { askWords as words } from "./words";

interface AskFormProps {
  /** Made by the server: without a script, reload and double click send the same question. */
  readonly commandId: string;
  readonly me: { readonly id: string; readonly email: string };
  readonly limits: PortalLimits;
  /** Words that were written elsewhere already. */
  readonly subject: string;
}

const loadEngine = () => import("./ask-engine").then((part) => part.AskEngine);
const labels = { subject: words.subject, body: words.details, send: words.notSent };

export const problemsToShow = (problems: PortalFormState["problems"]) =>
  problems.map(({ field, message }) => ({ id: field, label: labels[field], message }));

/** A question: a line, its details, files. It is a plain form, and better where scripts run. */
export function AskForm({ commandId, me, limits, subject }: AskFormProps) {
  const { ask } = usePortalForms();
  const [came, sendForm, busy] = useActionState(ask, untouchedForm);
  const form = useRef<HTMLFormElement>(null);
  const { line, ready } = useLine<Calls>();
  const asking = useAsking({ form, calls: line, limits, personId: me.id, came });
  const Engine = useLate(loadEngine);
  const online = useOnline();
  const messageOf = (field: string) =>
    asking.problems.find((problem) => problem.field === field)?.message;

  if (asking.asked !== null)
    return (
      <Asked
        number={asking.asked.number}
        email={me.email}
        leads
        headingRef={(heading) => heading?.focus()}
      />
    );
  return (
    <form
      ref={form}
      action={sendForm}
      noValidate
      onInput={asking.save}
      onSubmit={(event) => {
        event.preventDefault();
        void asking.send();
      }}
      className="flex flex-col gap-6"
    >
      {Engine && <Engine onReady={ready} />}
      <ErrorSummary errors={problemsToShow(asking.problems)} attempt={asking.attempt} />
      {asking.signedOut && <TextLink href="/sign-in?to=/portal/ask">{words.signIn}</TextLink>}
      {asking.wasKept && (
        <p role="status" className="flex flex-wrap items-center gap-x-3 text-ink-2 text-ui">
          {words.kept}
          <Button variant="quiet" onClick={asking.discard}>
            {words.discard}
          </Button>
        </p>
      )}
      <input type="hidden" name="commandId" value={came.commandId ?? commandId} />
      <Field
        id="subject"
        label={words.subject}
        hint={words.subjectHint}
        error={messageOf("subject")}
      >
        {(control) => (
          <Input
            {...control}
            name="subject"
            required
            autoComplete="off"
            defaultValue={came.values.subject || subject}
          />
        )}
      </Field>
      <Field id="body" label={words.details} hint={words.markdownHint} error={messageOf("body")}>
        {(control) => (
          <Textarea
            {...control}
            name="body"
            rows={6}
            defaultValue={came.values.body}
            onPaste={(event) => {
              const pasted = [...event.clipboardData.files];
              if (pasted.length === 0) return;
              event.preventDefault();
              asking.brought.add(pasted);
            }}
          />
        )}
      </Field>
      <FilePicker brought={asking.brought} limits={limits} />
      <div className="flex flex-col gap-2">
        <Button id="send" type="submit" variant="primary" busy={busy || asking.sending}>
          {busy || asking.sending ? words.sending : words.send}
        </Button>
        {asking.sending && !online && (
          <p role="status" className="text-ink-2 text-ui">
            {words.waiting}
          </p>
        )}
      </div>
    </form>
  );
}
