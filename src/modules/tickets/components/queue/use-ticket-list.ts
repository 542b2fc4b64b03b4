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
  nothingWaits,
  settle,
  withArrival,
  withLeaving,
} from "./held-list";
import { leavingReason } from "./reason";
import { useFilterFields } from "./use-filter-fields";

/** Nothing of it is needed before somebody scrolls, or the line was away. */
const loadPages = () => import("./list-pages");
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

  // By then the line may be away.
  useEffect(() => {
    const timer = setTimeout(() => loadPages().catch(() => undefined), askAgainMs);
    return () => clearTimeout(timer);
  }, []);

  const refresh = useAgain(async () => {
    const { loadAgain, reconcile } = await loadPages();
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
        ? withArrival(
            before,
            { ...row, seenAt: row.seenAt ?? null },
            { page: shown, sort, belongs: answer === "yes" },
          )
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
  /** Loads what follows the rows that are here, or what stands above them; gives what was let go. */
  const loadMore = async (way: "down" | "up"): Promise<ReadonlySet<string> | undefined> => {
    if (loading.current) return undefined;
    loading.current = true;
    try {
      const { loadBeside } = await loadPages();
      const cut = await loadBeside(way, {
        shown: () => utils.tickets.list.getData(input),
        ask: (border) => utils.client.tickets.list.query({ ...input, ...border }),
        sort,
      });
      if (cut === undefined) return undefined;
      utils.tickets.list.setData(input, cut.page);
      setWaiting(cut.waits);
      return cut.droppedIds;
    } catch {
      // Scrolling on asks again; what is loaded stays.
      return undefined;
    } finally {
      loading.current = false;
    }
  };

  /** The list from its top, where that was let go. */
  const loadTop = async (): Promise<readonly ListRow[]> => {
    try {
      const fresh = await utils.client.tickets.list.query(input);
      utils.tickets.list.setData(input, fresh);
      setWaiting(nothingWaits);
      return fresh.rows;
    } catch {
      // What is loaded stays; the connection that comes back asks again.
      return [];
    }
  };

  return {
    rows: page?.rows,
    hasMore: page !== undefined && page.next !== null,
    /** How many rows were let go above; null at the top of the list. */
    above: page === undefined || page.previous === null ? null : (page.above?.rows ?? 0),
    arrivals: waiting.arrived.size,
    left: waiting.left,
    release,
    loadMore,
    loadTop,
    /** It may be out of date: fetching it again failed, and is tried on and on. */
    outdated: refresh.failing,
    refresh: refresh.ask,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
