"use client";

import { attempt } from "@/modules/tickets/components/day/use-deed";
import { clearSelection, type Selection } from "@/modules/tickets/components/queue/selection";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import type { AskedDeed } from "../client";
import { watch } from "./watched";

/** Does something with all that is chosen: a page at once, more as a job. */
export function useBulk() {
  const utils = trpc.useUtils();
  const some = trpc.bulk.changeSome.useMutation();
  const start = trpc.bulk.start.useMutation();
  const undo = trpc.bulk.undo.useMutation();
  const cancel = trpc.bulk.cancel.useMutation();
  const then = async (actionId: string) => {
    watch(actionId);
    await utils.bulk.invalidate();
  };

  const act = (selection: Selection, deed: AskedDeed) =>
    attempt(async () => {
      const { matching } = selection;
      if (matching !== null) {
        const { filter } = matching;
        clearSelection();
        await then((await start.mutateAsync({ commandId: newId(), deed, filter })).actionId);
        return;
      }
      const rows = [...selection.rows.values()];
      clearSelection();
      // Those that are loaded may be several pages.
      for (let at = 0; at < rows.length; at += limits.ticketPageRows) {
        const tickets = rows
          .slice(at, at + limits.ticketPageRows)
          .map(({ id, updatedAt }) => ({ ticketId: id, updatedAt }));
        await then((await some.mutateAsync({ commandId: newId(), deed, tickets })).actionId);
      }
    });
  const takeBack = (actionId: string) =>
    attempt(async () => {
      const undone = await undo.mutateAsync({ commandId: newId(), actionId });
      await then(undone.actionId);
    });
  const stop = (actionId: string) =>
    attempt(async () => {
      await cancel.mutateAsync({ commandId: newId(), actionId });
      await then(actionId);
    });
  return { act, takeBack, stop };
}
