"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import type { TicketRow } from "@/modules/tickets/client";
import { type RouterOutputs, trpc } from "@/trpc/client";

/** What a list already knows of a ticket, so that its head stands before its messages come. */
export function useListedRow(number: number): TicketRow | undefined {
  const client = useQueryClient();
  const pages = client.getQueriesData<RouterOutputs["tickets"]["list"]>({
    queryKey: getQueryKey(trpc.tickets.list),
  });
  for (const [, page] of pages) {
    const row = page?.rows.find((one) => one.number === number);
    if (row !== undefined) return row;
  }
  return undefined;
}
