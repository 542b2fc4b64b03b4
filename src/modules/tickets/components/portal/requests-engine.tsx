"use client";

import { useEffect, useState } from "react";
import { LiveProvider } from "@/live/provider";
import { useLiveRoom } from "@/live/use-live-room";
import type { LiveEvent } from "@/platform/realtime/wire";
import { rowOfEvent } from "@/platform/shape";
import { trpc } from "@/trpc/client";
import { TrpcProvider } from "@/trpc/provider";
import { announce } from "@/ui/announce";
import { PlainButton } from "@/ui/plain-button";
import { Strip } from "@/ui/strip";
import { useSay } from "@/ui/words";
import type { RequestRow } from "../../schema";
import { ConnectionStrip } from "./connection-strip";
import { type RequestPage, withMore } from "./request-page";
import { withEvent } from "./with-event";

export interface RequestsEngineProps {
  readonly url: string;
  readonly room: string;
  readonly meId: string;
  readonly shared: boolean;
  readonly page: RequestPage;
  readonly onChange: (change: (page: RequestPage) => RequestPage) => void;
  /** Somebody else changed this request. */
  readonly onNews: (ticketId: string) => void;
  /** Gives the way to fetch the rows below. */
  readonly onReady: (fetchMore: (after: string) => Promise<void>) => void;
  readonly zone: string;
  readonly locale: string;
}

/** What keeps the list of requests live; it comes after the first paint. */
export function RequestsEngine(props: RequestsEngineProps) {
  return (
    <TrpcProvider>
      <LiveProvider url={props.url}>
        <Following {...props} />
      </LiveProvider>
    </TrpcProvider>
  );
}

function Following(props: RequestsEngineProps) {
  const { room, meId, shared, page, onChange, onNews, onReady, zone, locale } = props;
  const say = useSay("list");
  const { requests } = trpc.useUtils();
  const [stale, setStale] = useState(false);

  const refetch = async () => {
    try {
      const { rows } = page;
      let fresh: RequestPage = await requests.list.fetch({ shared }, { staleTime: 0 });
      // As many pages as were on the screen, so that nothing vanishes from it.
      while (fresh.next !== null && fresh.rows.length < rows.length) {
        fresh = withMore(fresh, await requests.list.fetch({ shared, after: fresh.next }));
      }
      const shown = fresh;
      onChange(() => shown);
      setStale(false);
    } catch {
      setStale(true);
    }
  };

  const onEvent = (event: LiveEvent) => {
    onChange((shown) => withEvent(shown, event));
    const row = rowOfEvent<RequestRow>(event);
    if (row === null || event.actorId === null || event.actorId === meId) return;
    onNews(row.id);
    announce(say("newReply", { subject: row.subject }));
  };

  useLiveRoom(room, { asOf: page.asOf, onEvent, onGap: () => void refetch() });

  useEffect(() => {
    onReady(async (after) => {
      const more = await requests.list.fetch({ shared, after }, { staleTime: 0 });
      onChange((shown) => withMore(shown, more));
    });
  }, [requests, shared, onChange, onReady]);

  return (
    <>
      <ConnectionStrip zone={zone} locale={locale} here="/portal" />
      {stale && (
        <Strip action={<PlainButton onClick={() => void refetch()}>{say("retry")}</PlainButton>}>
          {say("stale")}
        </Strip>
      )}
    </>
  );
}
