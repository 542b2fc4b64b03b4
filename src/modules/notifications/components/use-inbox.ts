"use client";

import { useRef, useState } from "react";
import { useLiveRoom } from "@/live/use-live-room";
import { useMe } from "@/modules/tickets/components/me";
import { rooms } from "@/platform/realtime/rooms";
import type { LiveEvent } from "@/platform/realtime/wire";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { applyToInbox } from "../live";
import { heldRows, isSameOrder } from "./held-order";

type Page = RouterOutputs["notifications"]["inbox"];
export type InboxRow = Page["rows"][number];

const firstPage = {};

/** Somebody's inbox, live. While it is `held` its rows keep their places and what is new waits. */
export function useInbox(held: boolean) {
  const me = useMe();
  const utils = trpc.useUtils();
  const query = trpc.notifications.inbox.useQuery(firstPage);
  const page = query.data;

  const onEvent = (event: LiveEvent) =>
    utils.notifications.inbox.setData(
      firstPage,
      (shown) => shown && { ...shown, ...applyToInbox<Page>(shown, event) },
    );
  const onGap = () => void query.refetch();
  const following = { asOf: page?.asOf, onEvent, onGap };
  useLiveRoom(rooms.person(me.id), following);
  useLiveRoom(rooms.queue(), following);

  const loading = useRef(false);
  const loadMore = async () => {
    const after = utils.notifications.inbox.getData(firstPage)?.next;
    if (loading.current || typeof after !== "string") return;
    loading.current = true;
    try {
      const more = await utils.client.notifications.inbox.query({ after });
      utils.notifications.inbox.setData(firstPage, (shown) => {
        if (shown === undefined) return shown;
        const known = new Set(shown.rows.map((row) => row.id));
        const rows = [...shown.rows, ...more.rows.filter((row) => !known.has(row.id))];
        return { ...shown, rows, next: more.next };
      });
    } catch {
      // Scrolling on asks again; what is loaded stays.
    } finally {
      loading.current = false;
    }
  };

  const shown = useHeldOrder(page?.rows, held);
  return { ...shown, loadMore, hasMore: page?.next != null, error: query.error, retry: onGap };
}

/** The rows in the order in which they stood when somebody came to them. */
function useHeldOrder(rows: readonly InboxRow[] | undefined, held: boolean) {
  const [order, setOrder] = useState<readonly string[]>([]);
  const ids = (rows ?? []).map((row) => row.id);
  if (!held && !isSameOrder(ids, order)) setOrder(ids);
  const release = () => setOrder(ids);
  if (rows === undefined || !held) return { rows, arrivals: 0, release };
  return { ...heldRows(order, rows), release };
}
