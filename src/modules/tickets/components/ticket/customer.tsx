"use client";

import type { TicketRow } from "@/modules/tickets/client";
import { trpc } from "@/trpc/client";
import { ActionButton } from "@/ui/actions/action-button";
import { Avatar } from "@/ui/avatar";
import { clockTime } from "@/ui/format/time";
import { useNow } from "@/ui/now-provider";
import { useMe } from "../me";

/** "English" for "en-GB"; what no browser knows stays as it is. */
function languageWords(code: string, locale: string): string {
  try {
    const language = new Intl.Locale(code).language;
    return new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? code;
  } catch {
    return code;
  }
}

const dayMs = 24 * 3_600_000;

/** Who asks: where to reach them, what time it is there, for whom they work. */
export function Customer({ row }: { row: TicketRow }) {
  const me = useMe();
  const now = useNow();
  const { data } = trpc.identity.customer.useQuery(
    { userId: row.requester.id },
    { staleTime: dayMs },
  );
  return (
    <div className="flex flex-col items-start gap-2 p-4">
      <div className="flex max-w-full items-center gap-3">
        <Avatar size={40} decorative name={row.requester.name} />
        <div className="min-w-0">
          <p className="truncate text-heading">{row.requester.name}</p>
          <p className="truncate text-ink-2 text-ui">
            {row.organization?.name ?? "No organization"}
          </p>
        </div>
      </div>
      {data && (
        <p className="max-w-full text-ink-2 text-small">
          <span className="block truncate">{data.email}</span>
          <span className="block" suppressHydrationWarning>
            {clockTime(now, {
              zone: data.timeZone,
              locale: me.locale,
              readerZone: me.timeZone,
            })}{" "}
            there, {languageWords(data.locale, me.locale)}
          </span>
        </p>
      )}
      <ActionButton id="ticket.requester" variant="quiet" />
    </div>
  );
}
