"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useAgain } from "@/live/use-again";
import { useLiveRoom } from "@/live/use-live-room";
import { useMe } from "@/modules/tickets/components/me";
import { rooms } from "@/platform/realtime/rooms";
import type { LiveEvent } from "@/platform/realtime/wire";
import { trpc } from "@/trpc/client";
import { announce } from "@/ui/announce";
import { applyToTicket } from "../live";
import { dropOutgoing } from "./composer/outgoing-store";
import { useRefetchTicket } from "./use-refetch-ticket";

const noMessages: readonly never[] = [];
const noEntries: readonly never[] = [];

/** An open ticket, its newest messages and what happened to it, live. */
export function useTicket(number: number) {
  const me = useMe();
  const utils = trpc.useUtils();
  const query = trpc.tickets.get.useQuery({ number });
  const activity = trpc.tickets.activity.useQuery(
    { number },
    { placeholderData: keepPreviousData },
  );
  const { data } = query;
  const refetchTicket = useRefetchTicket();
  const { ask: refetch, failing } = useAgain(() => refetchTicket(number));

  /** What is tied to it and what happened to it, which no event carries whole. */
  const besides = () => {
    void utils.tickets.aside.invalidate({ number });
    void utils.tickets.activity.invalidate({ number });
  };
  const onEvent = (event: LiveEvent) => {
    dropOutgoing(event.commandId);
    const shown = utils.tickets.get.getData({ number });
    if (shown === undefined) return;
    const next = applyToTicket(shown, event);
    if (event.name === "ticket.asideChanged" || event.name === "conversation.moved") besides();
    if (next === "refetch") return refetch();
    utils.tickets.get.setData({ number }, { ...shown, ...next });
    if (event.name === "ticket.updated") void utils.tickets.activity.invalidate({ number });
    // What waits for its time stands at the end, and is no news.
    const last = next.messages.findLast((message) => message.state !== "held");
    const isNew = next.messages.length > shown.messages.length;
    if (isNew && last !== undefined && last.author.id !== me.id)
      announce(`New ${last.kind} from ${last.author.name}`);
  };
  const onGap = () => {
    besides();
    refetch();
  };
  const following = { asOf: data?.asOf, onEvent, onGap };
  useLiveRoom(data === undefined ? null : rooms.ticket(data.row.id), following);
  useLiveRoom(data === undefined ? null : rooms.person(me.id), following);

  return {
    ticket: data,
    messages: data?.messages ?? noMessages,
    /** It may be out of date: fetching it again failed, and is tried on and on. */
    outdated: failing,
    refetch,
    entries: activity.data?.entries ?? noEntries,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
