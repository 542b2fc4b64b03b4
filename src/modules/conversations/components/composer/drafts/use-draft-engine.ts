"use client";

import { useEffect } from "react";
import { useLiveRoom } from "@/live/use-live-room";
import { readError } from "@/modules/tickets/components/error-words";
import { useMe } from "@/modules/tickets/components/me";
import { newId } from "@/platform/ids";
import { rooms } from "@/platform/realtime/rooms";
import type { LiveEvent } from "@/platform/realtime/wire";
import { trpc } from "@/trpc/client";
import { applyToDrafts, droppedBy } from "../../../live";
import { keyOf, kindOf, ticketOf } from "./draft";
import type { DraftPort } from "./keeper";
import { useKeeper } from "./use-draft";

/** Asked again, it would be refused again: the words stay in this browser. */
const hopeless = new Set(["ticket_not_found", "invalid_input", "forbidden", "not_signed_in"]);

/** Brings one's drafts to the server and what one's other devices write to this page. */
export function useDraftEngine(): void {
  const me = useMe();
  const keeper = useKeeper();
  const utils = trpc.useUtils();
  const { data } = trpc.drafts.list.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });

  useEffect(() => {
    if (keeper === null) return;
    const port: DraftPort = {
      save: async (key, { text, files, after }, base) => {
        const draft = { ticketId: ticketOf(key), kind: kindOf(key), body: text, after, base };
        const attachmentIds = files.map((file) => file.id);
        try {
          return await utils.client.drafts.save.mutate({
            commandId: newId(),
            ...draft,
            attachmentIds,
          });
        } catch (error) {
          if (hopeless.has(readError(error).code ?? "")) return { state: "refused" };
          throw error;
        }
      },
      fetch: async (ticketId) => (await utils.client.drafts.get.query({ ticketId })).drafts,
    };
    const disconnect = keeper.connect(port);
    const keepNow = () => keeper.keepNow();
    window.addEventListener("pagehide", keepNow);
    return () => {
      disconnect();
      window.removeEventListener("pagehide", keepNow);
    };
  }, [keeper, utils]);

  useEffect(() => {
    if (data !== undefined) keeper?.hear(data.drafts, data.more);
  }, [keeper, data]);

  const refetch = async () => {
    const page = await utils.drafts.list.fetch(undefined, { staleTime: 0 }).catch(() => null);
    if (page !== null) await keeper?.hearAll(page.drafts, page.more);
  };
  const onEvent = (event: LiveEvent) => {
    const shown = utils.drafts.list.getData();
    const next = shown && applyToDrafts(shown, event);
    if (next === "refetch") return void refetch();
    utils.drafts.list.setData(undefined, next);
    const dropped = droppedBy(event);
    if (dropped !== null)
      keeper?.hearDropped(keyOf(dropped.ticketId, dropped.kind), dropped.version);
  };
  const following = { asOf: data?.asOf, onEvent, onGap: () => void refetch() };
  useLiveRoom(data === undefined ? null : rooms.person(me.id), following);
  useLiveRoom(data === undefined ? null : rooms.queue(), following);
}
