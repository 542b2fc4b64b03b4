"use client";

import type { TicketRow } from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { untilReply } from "../../rules/snooze";
import { readError } from "../error-words";
import { useCachedRows } from "../use-cached-rows";

/** Puts a ticket aside or brings it back: at once, with a way back, and back by itself when refused. */
export function useSnooze() {
  const { patch } = useCachedRows();
  const mutation = trpc.tickets.snooze.useMutation();
  const shown = (until: string | null) => (until === "reply" ? untilReply.toISOString() : until);
  const snooze = (row: TicketRow, until: string | null, undoable = true): void => {
    const before = row.snoozedUntil;
    const set = (to: string | null) =>
      patch(row.id, row.number, (one) => ({ ...one, snoozedUntil: to }));
    set(shown(until));
    mutation
      .mutateAsync({ commandId: newId(), ticketId: row.id, until })
      .then(() => {
        const back = before === untilReply.toISOString() ? "reply" : before;
        const undo = undoable
          ? () => snooze({ ...row, snoozedUntil: shown(until) }, back, false)
          : undefined;
        toast({ text: `#${row.number} ${until === null ? "is back" : "snoozed"}`, undo });
      })
      .catch((error: unknown) => {
        set(before);
        const { words, reference } = readError(error);
        toast({ text: `#${row.number}: ${words}`, tone: "bad", reference });
      });
  };
  return snooze;
}
