"use client";

import type { TicketRow } from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { readError } from "../error-words";
import { useCachedRows } from "../use-cached-rows";
import { showConflict } from "./conflict-store";
import { changesOf, doneWords, edited, type FieldEdit, isSameEdit, opposite } from "./fields";

type Edit = (row: TicketRow, edit: FieldEdit, how?: { undoable?: boolean }) => void;

/**
 * Changes a field: it shows at once, can be taken back, and goes back by itself with words when it
 * is refused. One intent has one id, however often it is sent.
 */
export function useEditTicket(): Edit {
  const utils = trpc.useUtils();
  const { patch } = useCachedRows();
  const update = trpc.tickets.update.useMutation();

  const edit: Edit = (row, wanted, { undoable = true } = {}) => {
    const before = opposite(row, wanted.field);
    if (isSameEdit(before, wanted)) return;
    patch(row.id, row.number, (shown) => edited(shown, wanted));
    update
      .mutateAsync({
        commandId: newId(),
        ticketId: row.id,
        changes: changesOf(wanted),
        seen: changesOf(before),
      })
      .then(() => {
        const undo = undoable
          ? () => edit(edited(row, wanted), before, { undoable: false })
          : undefined;
        toast({ text: doneWords(wanted, row), undo });
        void utils.tickets.activity.invalidate({ number: row.number });
      })
      .catch((error: unknown) => void refused(row, wanted, before, error));
  };

  const refused = async (row: TicketRow, mine: FieldEdit, before: FieldEdit, error: unknown) => {
    patch(row.id, row.number, (shown) =>
      isSameEdit(opposite(shown, mine.field), mine) ? edited(shown, before) : shown,
    );
    const { code, words, reference } = readError(error);
    const fresh = await utils.client.tickets.get.query({ number: row.number }).catch(() => null);
    if (fresh !== null) {
      patch(row.id, row.number, (shown) => ({ ...shown, ...fresh.row }));
    }
    if (code === "ticket_changed" && fresh !== null) {
      const theirs = opposite(fresh.row, mine.field);
      if (!isSameEdit(theirs, mine)) showConflict({ row: fresh.row, mine, theirs });
      return;
    }
    toast({ text: `#${row.number}: ${words}`, tone: "bad", reference });
  };

  return edit;
}
