"use client";

import type { ReactNode } from "react";
import { limits } from "@/platform/limits";
import { type RouterInputs, trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { countWords } from "@/ui/format/number";

type About = RouterInputs["responses"]["uses"];

interface RemoveDialogProps {
  readonly about: About;
  readonly title: string;
  readonly confirm: string;
  /** What becomes of that which uses it. */
  readonly becomes: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Where something is used, before it is taken away. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { about, title, confirm, becomes, onConfirm, onClose } = props;
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      confirm={confirm}
      onConfirm={onConfirm}
      loses={
        <div className="flex flex-col gap-2">
          <WhereUsed about={about} />
          <p>{becomes}</p>
        </div>
      }
    />
  );
}

const listed = (named: readonly { name: string }[]) => named.map(({ name }) => name).join(", ");

/** On how many tickets, and by name in which macros, responses and views. */
export function WhereUsed({ about }: { about: About }) {
  const uses = trpc.responses.uses.useQuery(about, { staleTime: 0 });
  const views = trpc.views.uses.useQuery(about, { staleTime: 0 });
  if (uses.error !== null || views.error !== null)
    return <p className="text-bad">Where it is used could not be found out. Try again first.</p>;
  if (uses.data === undefined || views.data === undefined) return <p>Looking where it is used.</p>;
  const { tickets, macros, responses, topics } = uses.data;
  const capped = tickets >= limits.tagUsesCountMax;
  const lines = [
    ...(tickets === 0
      ? []
      : [`${capped ? countWords(tickets) : tickets} ${tickets === 1 ? "ticket" : "tickets"}`]),
    ...(macros.length === 0 ? [] : [`Macros: ${listed(macros)}`]),
    ...(responses.length === 0 ? [] : [`Canned responses: ${listed(responses)}`]),
    ...(topics.length === 0 ? [] : [`Topics: ${listed(topics)}`]),
    ...(views.data.views.length === 0 ? [] : [`Views: ${listed(views.data.views)}`]),
    ...(views.data.isCut ? ["Perhaps more views: there are too many to name them all"] : []),
    ...(views.data.policies.length === 0 ? [] : [`SLA policies: ${listed(views.data.policies)}`]),
  ];
  if (lines.length === 0) return <p>It is used nowhere.</p>;
  return (
    <div>
      <p>It is used here:</p>
      <ul aria-label="Where it is used" className="list-disc ps-6">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
