"use client";

import { X } from "lucide-react";
import { linkWords, statusWords, type TicketRow } from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { ActionButton } from "@/ui/actions/action-button";
import { Button } from "@/ui/button";
import { StatusGlyph } from "@/ui/glyphs";
import { IconButton } from "@/ui/icon-button";
import { useNow } from "@/ui/now-provider";
import { Skeleton } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { Fold, PartError } from "../fold";
import { useMe } from "../me";
import { usePlace } from "../use-place";
import { SimilarList } from "./similar-list";
import { TimeSpent } from "./time-spent";
import { attempt } from "./use-deed";

type Aside = RouterOutputs["tickets"]["aside"];

/** What stands beside a ticket: links, merges, followers, time, and what is about the same. */
export function TicketAside({ row }: { row: TicketRow }) {
  const query = trpc.tickets.aside.useQuery({ number: row.number });
  if (query.error) return <PartError error={query.error} onRetry={() => void query.refetch()} />;
  const aside = query.data;
  if (aside === undefined)
    return (
      <Fold title="Links">
        <Skeleton className="h-5 w-full" />
      </Fold>
    );
  return (
    <>
      <Fold title="Links">
        <Links row={row} aside={aside} />
      </Fold>
      {aside.merges.length > 0 && (
        <Fold title="Merged into this">
          <Merges row={row} merges={aside.merges} />
        </Fold>
      )}
      <Fold title="Followers">
        <div className="flex flex-col items-start gap-2">
          <p className="text-ui">
            {aside.followers.length === 0 ? (
              <span className="text-ink-2">Nobody follows it</span>
            ) : (
              aside.followers.map((one) => one.name).join(", ")
            )}
          </p>
          <ActionButton id="ticket.follow" />
        </div>
      </Fold>
      <Fold title="Time">
        <TimeSpent row={row} aside={aside} />
      </Fold>
      <Fold title="Similar tickets">
        <SimilarList
          subject={row.subject}
          tags={row.tags}
          requesterId={row.requester.id}
          exceptId={row.id}
          none="None among the newest."
        />
      </Fold>
    </>
  );
}

function Links({ row, aside }: { row: TicketRow; aside: Aside }) {
  const { href, go } = usePlace();
  const utils = trpc.useUtils();
  const unlink = trpc.tickets.unlink.useMutation();
  const link = trpc.tickets.link.useMutation();
  const again = () => utils.tickets.aside.invalidate({ number: row.number });
  const remove = ({ id, kind, end, other }: Aside["links"][number]) =>
    attempt(async () => {
      await unlink.mutateAsync({ commandId: newId(), linkId: id });
      await again();
      const chosen = kind === "follow_up" || kind === "split" ? null : kind;
      const back = { ticketId: row.id, otherNumber: other.number, end };
      const undo =
        chosen === null
          ? undefined
          : () =>
              attempt(async () => {
                await link.mutateAsync({ commandId: newId(), ...back, kind: chosen });
                await again();
              });
      toast({ text: `The link to #${other.number} is removed`, undo });
    });
  return (
    <div className="flex flex-col items-start gap-2">
      {aside.links.length === 0 && <p className="text-ink-2 text-ui">None</p>}
      <ul className="flex w-full flex-col">
        {aside.links.map((one) => (
          <li key={one.id} className="flex min-h-control items-center gap-2 text-ui">
            <StatusGlyph status={one.other.status} name={statusWords[one.other.status]} />
            <a
              href={href({ number: one.other.number })}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                go({ number: one.other.number });
              }}
              className="min-w-0 flex-1 text-ink no-underline hover:underline"
            >
              <span className="block text-ink-3 text-small">
                {linkWords[one.kind][one.end]} #{one.other.number}
              </span>
              <span className="block truncate">{one.other.subject}</span>
            </a>
            <IconButton
              name={`Remove the link to #${one.other.number}`}
              icon={<X size={14} aria-hidden="true" />}
              onClick={() => remove(one)}
            />
          </li>
        ))}
      </ul>
      {aside.moreLinks && (
        <p className="text-ink-2 text-small">These are the newest; there are more.</p>
      )}
      <div className="flex flex-wrap gap-2">
        <ActionButton id="ticket.link">Link a ticket</ActionButton>
        <ActionButton id="ticket.incidents">Answer {aside.openIncidents} incidents</ActionButton>
      </div>
    </div>
  );
}

function Merges({ row, merges }: { row: TicketRow; merges: Aside["merges"] }) {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const utils = trpc.useUtils();
  const unmerge = trpc.tickets.unmerge.useMutation();
  const takeBack = (mergeId: string, number: number) =>
    attempt(async () => {
      await unmerge.mutateAsync({ commandId: newId(), mergeId });
      await utils.tickets.invalidate();
      toast({ text: `#${number} is a ticket of its own again` });
    });
  return (
    <ul className="flex flex-col gap-2">
      {merges.map((merge) => {
        const until = new Date(merge.until);
        return (
          <li key={merge.id} className="flex flex-col items-start gap-1 text-ui">
            <span className="min-w-0">
              #{merge.number} {merge.subject}
            </span>
            <span className="text-ink-3 text-small">
              {merge.by.name},{" "}
              <Time value={merge.at} now={now} zone={zone} locale={locale} focusable={false} />
            </span>
            {until > now && row.mergedInto === null && (
              <Button onClick={() => takeBack(merge.id, merge.number)}>
                Take #{merge.number} back
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
