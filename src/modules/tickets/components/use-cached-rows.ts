"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import type { TicketRow } from "@/modules/tickets/client";
import { type RouterOutputs, trpc } from "@/trpc/client";

type Listed = RouterOutputs["tickets"]["list"];
type Shown = RouterOutputs["tickets"]["get"];
type Row = TicketRow & { seenAt?: string | null };

/** Changes a ticket wherever the cache shows it: in every list, and open. */
export function useCachedRows() {
  const client = useQueryClient();
  const utils = trpc.useUtils();
  const patch = (id: string, number: number, change: <One extends Row>(row: One) => One) => {
    client.setQueriesData<Listed>(
      { queryKey: getQueryKey(trpc.tickets.list) },
      (page) =>
        page && { ...page, rows: page.rows.map((row) => (row.id === id ? change(row) : row)) },
    );
    utils.tickets.get.setData(
      { number },
      (shown: Shown | undefined) => shown && { ...shown, row: change(shown.row) },
    );
  };
  const seen = (id: string, number: number, seenAt: string | null) => {
    client.setQueriesData<Listed>(
      { queryKey: getQueryKey(trpc.tickets.list) },
      (page) =>
        page && {
          ...page,
          rows: page.rows.map((row) => (row.id === id ? { ...row, seenAt } : row)),
        },
    );
    utils.tickets.get.setData(
      { number },
      (shown: Shown | undefined) => shown && { ...shown, seenAt },
    );
  };
  return { patch, seen };
}
