"use client";

import Link from "next/link";
import { readError } from "@/modules/tickets/components/error-words";
import { useMe } from "@/modules/tickets/components/me";
import { trpc } from "@/trpc/client";
import { Badge } from "@/ui/badge";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { useNow } from "@/ui/now-provider";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import type { DraftView } from "../schema";

/** Everything that one has written and not sent, newest first. */
export function DraftList() {
  const { data, error, refetch } = trpc.drafts.list.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data === undefined && error !== null) {
    const { words, reference } = readError(error);
    return (
      <ErrorState
        title="Your drafts could not be loaded"
        reference={reference}
        onRetry={() => void refetch()}
      >
        {words}
      </ErrorState>
    );
  }
  if (data === undefined) return <SkeletonRows rows={4} label="Loading drafts" />;
  if (data.drafts.length === 0)
    return (
      <EmptyState title="No drafts">
        What you write and do not send waits here, on every device.
      </EmptyState>
    );
  return (
    <>
      <ul aria-label="Drafts" className="flex flex-col">
        {data.drafts.map((draft) => (
          <DraftRow key={`${draft.ticketId} ${draft.kind}`} draft={draft} />
        ))}
      </ul>
      {data.more && (
        <p className="p-4 text-ink-2 text-small">
          Older drafts are not listed. They wait in their tickets.
        </p>
      )}
    </>
  );
}

function DraftRow({ draft }: { draft: DraftView }) {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const files = draft.files.length === 1 ? "1 file" : `${draft.files.length} files`;
  return (
    <li className="border-line border-b">
      <Link
        href={`/tickets/${draft.number}`}
        className="flex min-w-0 flex-col gap-1 px-4 py-3 text-ui hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          <Badge tone={draft.kind === "note" ? "note" : "accent"}>
            {draft.kind === "note" ? "Note" : "Reply"}
          </Badge>
          <span className="min-w-0 truncate font-semibold">{draft.subject}</span>
          <span className="text-ink-2">
            #{draft.number} · {draft.requesterName}
          </span>
          <span className="ms-auto text-ink-3 text-small">
            <Time value={draft.savedAt} now={now} zone={zone} locale={locale} />
          </span>
        </span>
        <span className="truncate text-ink-2">{draft.words === "" ? files : draft.words}</span>
      </Link>
    </li>
  );
}
