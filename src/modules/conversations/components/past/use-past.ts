"use client";

import { useMemo, useState, useSyncExternalStore } from "react";
import { trpc } from "@/trpc/client";
import type { MessageView } from "../../schema";
import { joined, type Shown, type Tail, withNewer, withOlder } from "./join";
import { keepPast, noPast, type Past, pastOf, subscribePast } from "./past-store";

function usePast(number: number): Past {
  return useSyncExternalStore(
    subscribePast,
    () => pastOf(number),
    () => noPast,
  );
}

const nothing: Tail = { messages: [], older: null };

function useShown(number: number): Shown {
  const { data } = trpc.tickets.get.useQuery({ number });
  const { messages, older } = data ?? nothing;
  const { passage } = usePast(number);
  return useMemo(() => joined({ tail: { messages, older }, passage }), [messages, older, passage]);
}

/** Every message of an open ticket that is on this device, oldest first. */
export function useLoadedMessages(number: number): readonly MessageView[] {
  const { tail, passage } = useShown(number);
  return useMemo(() => [...(passage?.messages ?? []), ...tail.messages], [tail, passage]);
}

/** Where more of a conversation is wanted: above all that is shown, or on a side of the gap in it. */
export type Edge = "top" | "aboveGap" | "belowGap";

/** The history of a ticket, as far as somebody asked for it, and ways to more of it. */
export function useHistory(number: number) {
  const utils = trpc.useUtils();
  const shown = useShown(number);
  const { entries } = usePast(number);
  const [loading, setLoading] = useState<Edge | "jump" | null>(null);

  const ask = async (
    where: { before: string } | { after: string } | { around: string } | "first",
  ) => {
    const place = where === "first" ? { first: true as const } : where;
    const page = await utils.client.tickets.messages.query({ number, ...place });
    const before = pastOf(number);
    const known = new Set(before.entries.map((entry) => entry.id));
    const more = page.entries.filter((entry) => !known.has(entry.id));
    return { page, before, entries: [...before.entries, ...more] };
  };
  const whileLoading = async <Result>(edge: Edge | "jump", load: () => Promise<Result>) => {
    setLoading(edge);
    try {
      return await load();
    } finally {
      setLoading(null);
    }
  };

  const growPassage = async (edge: Edge) => {
    const { passage } = pastOf(number);
    const mark = edge === "top" ? passage?.older : passage?.newer;
    if (!mark) return;
    const got = await ask(edge === "top" ? { before: mark } : { after: mark });
    const now = got.before.passage;
    // Another jump has come between.
    if (now === null || (edge === "top" ? now.older : now.newer) !== mark) return;
    const grown = edge === "top" ? withOlder(now, got.page) : withNewer(now, got.page);
    keepPast({ number, passage: grown, entries: got.entries });
  };
  const growTail = async () => {
    const mark = utils.tickets.get.getData({ number })?.older;
    if (!mark) return;
    const { page, before, entries: all } = await ask({ before: mark });
    keepPast({ ...before, number, entries: all });
    utils.tickets.get.setData({ number }, (data) =>
      data === undefined || data.older !== mark ? data : withOlder(data, page),
    );
  };

  /** More at an edge, unless it is on its way. */
  const more = (edge: Edge) => {
    if (loading !== null) return;
    const data = utils.tickets.get.getData({ number });
    const { passage } = pastOf(number);
    const first = data?.messages[0]?.createdAt ?? "";
    const passageIsTop = (passage?.messages[0]?.createdAt ?? first) < first;
    const grows = edge === "aboveGap" || (edge === "top" && passageIsTop);
    // The connection's own strip says that nothing comes; who scrolls again asks again.
    whileLoading(edge, () => (grows ? growPassage(edge) : growTail())).catch(() => undefined);
  };

  /** Brings a message and those around it; its id, or null when it cannot be read. */
  const jump = (where: { around: string } | "first") =>
    whileLoading("jump", async () => {
      const { page, entries: all } = await ask(where);
      const { messages, older, newer } = page;
      keepPast({ number, passage: { messages, older, newer }, entries: all });
      return where === "first" ? (messages[0]?.id ?? null) : where.around;
    });

  return { ...shown, entries, loading, more, jump };
}
