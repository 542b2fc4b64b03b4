"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { LiveProvider } from "@/live/provider";
import { useLiveRoom } from "@/live/use-live-room";
import { ConnectionStrip } from "@/modules/tickets/components/portal/connection-strip";
import { newId } from "@/platform/ids";
import { rooms } from "@/platform/realtime/rooms";
import type { LiveEvent } from "@/platform/realtime/wire";
import { trpc } from "@/trpc/client";
import { TrpcProvider } from "@/trpc/provider";
import { announce } from "@/ui/announce";
import { useNow } from "@/ui/now-provider";
import { PlainButton } from "@/ui/plain-button";
import { Strip } from "@/ui/strip";
import { useSay } from "@/ui/words";
import { applyToRequest } from "../../live";
import type { MessageView } from "../../schema";
import { type AnswerHand, type Answering, answerHand } from "./answer-hand";
import { type Calls, GiveCalls } from "./calls";
import { type Conversation, newFromOthers, withFresh, withOlder } from "./conversation";
import { NewsPill } from "./news-pill";
import { useStore } from "./store";

/** Everything that the page of a request asks the server for. */
export type RequestLine = Calls & {
  older: (before: string) => Promise<void>;
  refetch: () => Promise<void>;
};

export interface RequestEngineProps {
  readonly url: string;
  readonly me: { readonly id: string; readonly timeZone: string; readonly locale: string };
  readonly answering: Answering;
  readonly onReady: (hand: AnswerHand) => void;
}

/** What keeps a request live; it comes after the first paint. */
export function RequestEngine(props: RequestEngineProps) {
  return (
    <TrpcProvider>
      <LiveProvider url={props.url}>
        <Following {...props} />
      </LiveProvider>
    </TrpcProvider>
  );
}

function Following(props: RequestEngineProps) {
  const { me, answering, onReady } = props;
  const say = useSay("request");
  const conversation = useStore(answering.conversation);
  const { busy } = useStore(answering.writing);
  const onChange = answering.conversation.set;
  const [news, setNews] = useState<MessageView | null>(null);
  const onSeen = useCallback(() => setNews(null), []);
  const { id: ticketId, number } = conversation.row;
  const { requests } = trpc.useUtils();
  const [stale, setStale] = useState(false);
  const [calls, setCalls] = useState<Calls | null>(null);

  const fetchAgain = useCallback(
    async ({ whole }: { whole: boolean }) => {
      try {
        const fresh = await requests.get.fetch({ number }, { staleTime: 0 });
        // It goes on in another request: that page shows it.
        if (fresh.row.mergedInto !== null)
          return window.location.replace(`/portal/requests/${fresh.row.mergedInto}`);
        onChange((shown) => (whole ? { ...fresh, seenAt: shown.seenAt } : withFresh(shown, fresh)));
        setStale(false);
      } catch {
        setStale(true);
      }
    },
    [requests, number, onChange],
  );

  const refetch = useCallback(() => fetchAgain({ whole: false }), [fetchAgain]);

  useEffect(() => {
    if (calls === null) return;
    const older = async (before: string) => {
      const page = await requests.messages.fetch({ number, before }, { staleTime: 0 });
      onChange((shown) => withOlder(shown, page));
    };
    onReady(answerHand(answering, { ...calls, older, refetch }));
  }, [calls, requests, number, answering, onChange, onReady, refetch]);

  const onEvent = (event: LiveEvent) => {
    const shown = answering.conversation.get();
    const next = applyToRequest(shown, event);
    // What came or went may lie in pages that were loaded before: the fresh one replaces all.
    if (event.name === "conversation.moved") return void fetchAgain({ whole: true });
    if (next === "refetch") return void refetch();
    const after = { ...shown, ...next };
    onChange(() => after);
    const heard = newFromOthers(shown, after, me.id);
    for (const { author } of heard) announce(say("newReply", { author: author.name }));
    setNews((waiting) => heard.at(-1) ?? waiting);
  };
  const live = { asOf: conversation.asOf, onEvent, onGap: () => void refetch() };
  useLiveRoom(rooms.request(ticketId), live);
  // Held answers are told to their writer alone, on whichever device.
  useLiveRoom(rooms.person(me.id), live);

  useSeenMark(conversation, me.id, calls);
  useReleaseNet(conversation, refetch);

  return (
    <>
      <GiveCalls onReady={setCalls} />
      <ConnectionStrip
        zone={me.timeZone}
        locale={me.locale}
        here={`/portal/requests/${number}`}
        waiting={busy === null ? 0 : 1}
      />
      {stale && (
        <Strip action={<PlainButton onClick={() => void refetch()}>{say("retry")}</PlainButton>}>
          {say("stale")}
        </Strip>
      )}
      {news && <NewsPill message={news} onSeen={onSeen} />}
    </>
  );
}

/** Remembers how far this person has read, while the page is really looked at. */
function useSeenMark(conversation: Conversation, meId: string, calls: Calls | null): void {
  const { row, messages, seenAt } = conversation;
  const marked = useRef(seenAt);
  const latest = messages.findLast((message) => message.author.id !== meId)?.createdAt;

  useEffect(() => {
    if (calls === null || latest === undefined) return;
    const mark = () => {
      if (document.visibilityState !== "visible") return;
      if (marked.current !== null && marked.current >= latest) return;
      const before = marked.current;
      marked.current = latest;
      calls.markSeen({ commandId: newId(), ticketId: row.id, seenAt: latest }).catch(() => {
        marked.current = before;
      });
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [calls, latest, row.id]);
}

const releaseGraceMs = 3_000;

/** An answer whose time has come and that nobody told us of: look again. */
function useReleaseNet(conversation: Conversation, refetch: () => Promise<void>): void {
  const now = useNow(1_000);
  const held = conversation.messages.find((message) => message.state === "held");
  const releaseAt = held?.releaseAt ?? null;
  const msLeft = useEffectEvent((at: string) => Date.parse(at) - now.getTime());

  useEffect(() => {
    if (releaseAt === null) return;
    const waitMs = Math.max(msLeft(releaseAt), 0) + releaseGraceMs;
    const timer = setTimeout(() => void refetch(), waitMs);
    return () => clearTimeout(timer);
  }, [releaseAt, refetch]);
}
