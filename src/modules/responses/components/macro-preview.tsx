"use client";

import { Lock } from "lucide-react";
import { useState } from "react";
import { statusWords, ticketStatuses } from "@/modules/tickets/client";
import type { MacroTarget } from "@/modules/tickets/components/ticket/start-macro";
import { openVariables } from "@/platform/placeholders";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { ErrorState } from "@/ui/error-state";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Skeleton } from "@/ui/skeleton";
import { Textarea } from "@/ui/textarea";
import { lineWords } from "../rules/diff";
import type { MacroView } from "../types";
import { type Refused, useApplyMacro } from "./use-apply-macro";

interface MacroPreviewProps {
  readonly ticket: MacroTarget;
  readonly macro: MacroView;
  readonly onDone: () => void;
}

type Preview = RouterOutputs["macros"]["preview"];

/** What a macro would do to this ticket as it is now, and the button that does it. */
export function MacroPreview(props: MacroPreviewProps) {
  const { ticket, macro } = props;
  const query = trpc.macros.preview.useQuery({ ticketId: ticket.id, id: macro.id });
  if (query.error !== null && query.data === undefined)
    return (
      <ErrorState title="The preview could not be made" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    );
  if (query.data === undefined) return <Skeleton className="h-24 w-full" />;
  return <Shown {...props} preview={query.data} />;
}

/** "Send to Anna, set Pending": what will happen, and to whom. */
function buttonWords(preview: Preview, ticket: MacroTarget): string {
  const status = ticketStatuses.find((one) => one === preview.status);
  const sets = status === undefined ? "" : `, set ${statusWords[status]}`;
  if (preview.message?.kind === "reply") return `Send to ${ticket.requester.name}${sets}`;
  if (preview.message?.kind === "note") return `Add the note${sets}`;
  return `Apply${sets}`;
}

function Shown({ ticket, macro, preview, onDone }: MacroPreviewProps & { preview: Preview }) {
  const { apply, busy } = useApplyMacro(ticket);
  const [text, setText] = useState(preview.message?.text ?? null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const open = text === null ? [] : openVariables(text);
  const isNote = preview.message?.kind === "note";
  const does = preview.lines.length > 0 || preview.message !== null;
  const reason =
    preview.missing.length > 0
      ? "It asks for something that is gone"
      : open.length > 0
        ? `Fill in ${open.map((name) => `{{${name}}}`).join(", ")} first`
        : text !== null && text.trim() === ""
          ? "Write something first"
          : does
            ? null
            : "This ticket is like that already";
  const go = async () => {
    setRefused(null);
    const came = await apply(macro, text);
    if (came === null) onDone();
    else setRefused(came);
  };
  return (
    <section aria-label={`What “${macro.name}” does`} className="flex flex-col gap-3">
      {preview.missing.length > 0 && (
        <Notice tone="warn" title="This macro cannot be applied">
          {preview.missing.map(({ says }) => says).join(". ")}. An admin can mend it under Admin,
          Macros.
        </Notice>
      )}
      {preview.lines.length > 0 && (
        <ul aria-label="Changes" className="flex flex-col gap-1 text-ui">
          {preview.lines.map((line) => (
            <li key={`${line.what} ${line.to}`} className="break-words">
              {lineWords(line)}
            </li>
          ))}
        </ul>
      )}
      {text !== null && (
        <Field
          label={
            <span className="inline-flex items-center gap-1">
              {isNote && <Lock size={14} aria-hidden="true" />}
              {isNote ? "Internal note" : `Reply to ${ticket.requester.name}`}
            </span>
          }
          error={
            open.length > 0
              ? `${open.map((name) => `{{${name}}}`).join(", ")} has no value here. Write it yourself.`
              : null
          }
        >
          {(control) => (
            <Textarea
              {...control}
              rows={6}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                // The list beside it listens to arrows and Enter.
                event.stopPropagation();
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && reason === null)
                  void go();
              }}
              className={isNote ? "border-dashed! bg-note-paper! text-note-ink!" : ""}
            />
          )}
        </Field>
      )}
      {refused !== null && (
        <p role="alert" className="text-bad text-ui">
          {refused.words}
          {refused.reference !== undefined && ` Reference ${refused.reference}.`}
        </p>
      )}
      <Button
        data-apply
        variant={isNote ? "note" : "primary"}
        busy={busy}
        disabledReason={reason}
        onClick={() => void go()}
        onKeyDown={(event) => event.stopPropagation()}
        className="self-start"
      >
        {buttonWords(preview, ticket)}
      </Button>
    </section>
  );
}
