"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useAgain } from "@/live/use-again";
import { useLiveRoom } from "@/live/use-live-room";
import { applyToPage, type TicketSort } from "@/modules/tickets/client";
import { now } from "@/platform/clock";
import { rooms } from "@/platform/realtime/rooms";
import type { LiveEvent } from "@/platform/realtime/wire";
import { trpc } from "@/trpc/client";
import { useMe } from "../me";
import { belongs, readFilter } from "./filter-text";
import {
  type ListPage,
  type ListRow,
  loadAgain,
  nothingWaits,
  reconcile,
  settle,
  withArrival,
  withLeaving,
} from "./held-list";
import { leavingReason } from "./reason";
import { useFilterFields } from "./use-filter-fields";

const askAgainMs = 1_000;
/** How often a list is asked for again that changes by the clock alone. */
const clockMs = 60_000;

/**
 * A list of tickets that stays right by itself. While it is `held` (somebody is in it) its rows keep
 * their places, and what changed waits.
 */
export function useTicketList(filter: string, sort: TicketSort, held: boolean) {
  const me = useMe();
  const utils = trpc.useUtils();
  const input = useMemo(() => ({ filter, sort }), [filter, sort]);
  // Events keep it right; a fetch of the first page alone would cut what is loaded.
  const query = trpc.tickets.list.useQuery(input, { staleTime: Number.POSITIVE_INFINITY });
  const [waiting, setWaiting] = useState(nothingWaits);
  const fields = useFilterFields();
  const { expression } = useMemo(() => readFilter(filter, fields), [filter, fields]);
  const page: ListPage | undefined = query.data;

  // Another list begins with nothing waiting.
  const [shownInput, setShownInput] = useState(input);
  if (shownInput !== input) {
    setShownInput(input);
    setWaiting(nothingWaits);
  }

  const release = () => {
    utils.tickets.list.setData(input, (shown) => shown && settle(shown, waiting, sort));
    setWaiting(nothingWaits);
  };

  const refresh = useAgain(async () => {
    const fresh = await loadAgain(
      (after) => utils.client.tickets.list.query({ ...input, after }),
      utils.tickets.list.getData(input),
      sort,
    );
    const shown = utils.tickets.list.getData(input);
    if (shown === undefined) {
      utils.tickets.list.setData(input, fresh);
      return;
    }
    const next = reconcile(shown, fresh, sort);
    utils.tickets.list.setData(input, next.page);
    setWaiting(next.waiting);
  });

  const asking = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const askAgain = () => {
    asking.current ??= setTimeout(() => {
      asking.current = undefined;
      refresh.ask();
    }, askAgainMs);
  };
  useEffect(() => () => clearTimeout(asking.current), []);

  const onEvent = (event: LiveEvent) => {
    const shown: ListPage | undefined = utils.tickets.list.getData(input);
    if (shown === undefined) return;
    const applied = applyToPage<ListRow, ListPage>(shown, event);
    utils.tickets.list.setData(input, applied.page);
    const { row, arrived } = applied;
    if (row === null) return;
    const asked = { fields, now: now(), meId: me.id, zone: me.timeZone };
    const answer = belongs(expression, row, asked);
    if (answer === "unknown") return askAgain();
    setWaiting((before) =>
      arrived
        ? withArrival(before, { ...row, seenAt: row.seenAt ?? null }, answer === "yes")
        : withLeaving(
            before,
            row.id,
            answer === "yes" ? null : leavingReason(event.payload, row, me.id),
          ),
    );
  };
  useLiveRoom(rooms.queue(), { asOf: page?.asOf, onEvent, onGap: refresh.ask });

  // Tickets come and go by the clock alone, too.
  const moves = page?.moves === true;
  const lookAgain = useEffectEvent(refresh.ask);
  useEffect(() => {
    if (!moves) return;
    const timer = setInterval(() => lookAgain(), clockMs);
    return () => clearInterval(timer);
  }, [moves]);

  // Nobody is in the list: it may move.
  const settleFreely = useEffectEvent(release);
  const waits = waiting.arrived.size + waiting.left.size > 0;
  useEffect(() => {
    if (!held && waits) settleFreely();
  }, [held, waits]);

  const loading = useRef(false);
  const loadMore = async () => {
    const shown = utils.tickets.list.getData(input);
    if (loading.current || shown === undefined || shown.next === null) return;
    loading.current = true;
    try {
      const more = await utils.client.tickets.list.query({ ...input, after: shown.next });
      utils.tickets.list.setData(input, (before) => {
        if (before === undefined) return before;
        const known = new Set(before.rows.map((row) => row.id));
        const rows = [...before.rows, ...more.rows.filter((row) => !known.has(row.id))];
        return { ...before, rows, next: more.next };
      });
    } catch {
      // Scrolling on asks again; what is loaded stays.
    } finally {
      loading.current = false;
    }
  };

  return {
    rows: page?.rows,
    hasMore: page !== undefined && page.next !== null,
    arrivals: waiting.arrived.size,
    left: waiting.left,
    release,
    loadMore,
    /** It may be out of date: fetching it again failed, and is tried on and on. */
    outdated: refresh.failing,
    refresh: refresh.ask,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
