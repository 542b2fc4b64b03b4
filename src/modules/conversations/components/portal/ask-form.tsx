"use client";

import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { PlainButton } from "@/ui/plain-button";
import { TextLink } from "@/ui/text-link";
import { Textarea } from "@/ui/textarea";
import { useLate } from "@/ui/use-late";
import { useSay } from "@/ui/words";
import type { AskHand, Asking } from "./ask-hand";
import { Asked } from "./asked";
import { FilePicker } from "./file-picker";
import { untouchedForm } from "./form-state";
import { labelled } from "./labelled";
import { pastedFiles } from "./pasted-files";
import { usePortalForms } from "./portal-forms";
import type { PortalLimits } from "./problems";
import { createStore, useStore } from "./store";
import { useBoxWords } from "./use-box-words";
import { useLine } from "./use-line";
import { useOnline } from "./use-online";
import { firstWriting } from "./writing";

interface AskFormProps {
  /** Made by the server: without a script, reload and double click send the same question. */
  readonly commandId: string;
  readonly me: { readonly id: string; readonly email: string };
  readonly limits: PortalLimits;
  /** Words that were written elsewhere already. */
  readonly subject: string;
  /** What else is asked: controls that the server made, named as the form's other ones. */
  readonly children?: ReactNode;
  /** The number of the request that this one goes on with. */
  readonly follows: number | null;
}

const loadEngine = () => import("./ask-engine").then((part) => part.AskEngine);

/** A question: a line, its details, files. It is a plain form, and better where scripts run. */
export function AskForm(props: AskFormProps) {
  const { commandId, me, limits, subject, follows, children } = props;
  const say = useSay("ask");
  const box = useSay("box");
  const sayAsked = useSay("asked");
  const words = useBoxWords();
  const { ask } = usePortalForms();
  const [came, sendForm, onItsWay] = useActionState(ask, untouchedForm);
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [asking] = useState(
    (): Asking => ({
      writing: createStore(firstWriting(came)),
      form: () => form.current,
      limits,
      words,
      personId: me.id,
      follows,
      onAsked: setAsked,
    }),
  );
  const { hand, line, ready } = useLine<AskHand>();
  const writing = useStore(asking.writing);
  const Engine = useLate(loadEngine);
  const online = useOnline();
  const busy = onItsWay || writing.busy !== null;

  useEffect(() => {
    const { attempt, problems } = came;
    if (attempt > 0) asking.writing.set((state) => ({ ...state, attempt, problems }));
  }, [came, asking]);

  const messageOf = (field: string) =>
    writing.problems.find((problem) => problem.field === field)?.message;
  const withFiles = (work: (files: AskHand["files"]) => void) =>
    void line.then(({ files }) => work(files));

  if (asked !== null)
    return (
      <Asked
        say={sayAsked}
        number={asked}
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
      onInput={() => hand.current?.save()}
      onSubmit={(event) => {
        // Before the rest is loaded the form goes as it would without a script.
        if (hand.current === null) return;
        event.preventDefault();
        void hand.current.send();
      }}
      className="flex flex-col gap-6"
    >
      <p className="text-ink-2">{say("intro")}</p>
      {Engine && <Engine asking={asking} onReady={ready} />}
      <ErrorSummary errors={labelled(writing.problems, box)} attempt={writing.attempt} />
      {writing.signedOut && <TextLink href="/sign-in?to=/portal/ask">{box("signIn")}</TextLink>}
      {writing.wasKept && (
        <p role="status" className="flex flex-wrap items-center gap-x-3 text-ink-2 text-ui">
          {say("kept")}
          <PlainButton variant="quiet" onClick={() => hand.current?.discard()}>
            {say("discard")}
          </PlainButton>
        </p>
      )}
      <input type="hidden" name="commandId" value={came.commandId ?? commandId} />
      {follows !== null && <input type="hidden" name="follows" value={follows} />}
      <Field
        id="subject"
        label={box("subject")}
        hint={say("subjectHint")}
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
      <Field id="body" label={box("details")} hint={box("markdownHint")} error={messageOf("body")}>
        {(control) => (
          <Textarea
            {...control}
            name="body"
            rows={6}
            defaultValue={came.values.body}
            onPaste={(event) => pastedFiles(event, (files) => withFiles((f) => f.add(files)))}
          />
        )}
      </Field>
      {children}
      <FilePicker files={writing.files} limits={limits} onFiles={withFiles} />
      <div className="flex flex-col gap-2">
        <PlainButton
          id="send"
          type="submit"
          variant="primary"
          busy={busy}
          className="md:self-start"
        >
          {busy ? box("sending") : box("send")}
        </PlainButton>
        {busy && !online && (
          <p role="status" className="text-ink-2 text-ui">
            {box("waiting")}
          </p>
        )}
      </div>
    </form>
  );
}
