"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useLiveConnection } from "@/live/provider";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { usePlace } from "../use-place";

const lookAheadMax = 20;

/** Opens the next row of this view that nobody else has open; the list when there is none. */
export function useNextTicket(): (number: number) => Promise<void> {
  const client = useQueryClient();
  const live = useLiveConnection();
  const { go } = usePlace();
  return async (number) => {
    const [list] = client.getQueriesData<RouterOutputs["tickets"]["list"]>({
      queryKey: getQueryKey(trpc.tickets.list),
      type: "active",
    });
    const rows = list?.[1]?.rows ?? [];
    const here = rows.findIndex((row) => row.number === number);
    const ahead = rows.slice(here + 1, here + 1 + lookAheadMax);
    const taken = await live?.taken(ahead.map((row) => row.id));
    const next = ahead.find((row) => taken === undefined || !taken.has(row.id));
    go({ number: next?.number ?? null });
  };
}
