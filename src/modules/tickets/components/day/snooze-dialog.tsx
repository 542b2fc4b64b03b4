"use client";

import type { TicketRow } from "@/modules/tickets/client";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { fullTime } from "@/ui/format/time";
import { useMe } from "../me";
import { SnoozeTimes } from "./snooze-times";
import { useSnooze } from "./use-snooze";

const dayMs = 24 * 3_600_000;

/** Until when a ticket is put aside: what one mostly wants, a typed time, or a reply. */
export function SnoozeDialog({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const me = useMe();
  const snooze = useSnooze();
  const customer = trpc.identity.customer.useQuery(
    { userId: row.requester.id },
    { staleTime: dayMs },
  ).data;
  const theirZone = customer?.timeZone;
  const elsewhere = theirZone !== undefined && theirZone !== me.timeZone ? theirZone : null;
  const until = (at: string | null) => {
    onClose();
    snooze(row, at);
  };
  const told = (at: Date) => {
    const mine = fullTime(at, { zone: me.timeZone, locale: me.locale });
    if (elsewhere === null) return mine;
    const theirs = fullTime(at, { zone: elsewhere, locale: me.locale });
    return `${mine}; for ${row.requester.name} ${theirs}`;
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title="Snooze until"
      description={`#${row.number} ${row.subject}`}
    >
      <SnoozeTimes told={told} replyWords={`Until ${row.requester.name} replies`} onChosen={until}>
        {row.snoozedUntil !== null && (
          <li>
            <Button variant="quiet" className="w-full justify-start!" onClick={() => until(null)}>
              Bring it back now
            </Button>
          </li>
        )}
      </SnoozeTimes>
    </Dialog>
  );
}
