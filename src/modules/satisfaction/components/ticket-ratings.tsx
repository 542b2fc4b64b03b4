"use client";

import { Fold, PartError } from "@/modules/tickets/components/fold";
import { useMe } from "@/modules/tickets/components/me";
import { trpc } from "@/trpc/client";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";

/** What the requester said of how it was solved, each time that it was. */
export default function TicketRatings({ ticketId }: { ticketId: string }) {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const query = trpc.satisfaction.ofTicket.useQuery({ ticketId });
  return (
    <Fold title="Satisfaction">
      {query.error !== null && (
        <PartError error={query.error} onRetry={() => void query.refetch()} />
      )}
      <ul className="flex flex-col gap-2 text-ui">
        {query.data?.ratings.map((one) => (
          <li key={one.ratedAt}>
            <p>
              {one.isGood ? "Good" : "Not good"} ·{" "}
              <span className="text-ink-3">
                <Time value={one.ratedAt} now={now} zone={zone} locale={locale} />
              </span>
            </p>
            {one.comment !== "" && (
              <p className="whitespace-pre-wrap break-words text-ink-2">{one.comment}</p>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
