"use client";

import { AdminRow, AdminRows } from "@/modules/responses/components/admin/admin-page";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";

/** Tickets that somebody marked as spam, and the way back for them. */
export function SpamList({ zone }: { readonly zone: string }) {
  const now = useNow();
  const utils = trpc.useUtils();
  const query = trpc.tickets.trash.useInfiniteQuery(
    {},
    { getNextPageParam: (page) => page.next ?? undefined },
  );
  const restore = trpc.tickets.unmarkSpam.useMutation();
  const { change, refused } = useChange();
  const tickets = query.data?.pages.flatMap((page) => page.tickets) ?? [];
  if (tickets.length === 0) return null;
  return (
    <section aria-labelledby="spam-tickets" className="flex flex-col gap-3 pt-6">
      <h2 id="spam-tickets" className="text-heading">
        Tickets marked as spam
      </h2>
      <Refused words={refused} />
      <AdminRows label="Tickets marked as spam">
        {tickets.map(({ id, number, subject, requester, by, at }) => (
          <AdminRow
            key={id}
            name={
              <TextLink href={`/tickets/${number}`}>
                #{number} {subject}
              </TextLink>
            }
            facts={
              <span className="break-all">
                From {requester} · marked by {by} <Time value={at} now={now} zone={zone} />
              </span>
            }
            actions={
              <Button
                aria-label={`Restore #${number}`}
                onClick={() =>
                  void change(({ commandId }) => restore.mutateAsync({ commandId, ticketId: id }), {
                    done: `#${number} is back as it was`,
                    next: () => void utils.tickets.trash.invalidate(),
                  })
                }
              >
                Restore
              </Button>
            }
          />
        ))}
      </AdminRows>
      {query.hasNextPage && (
        <Button className="self-start" onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
}
