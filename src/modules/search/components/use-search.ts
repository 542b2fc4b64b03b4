"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { trpc } from "@/trpc/client";

/** Long enough that a word typed in one go is asked for once or twice. */
const pauseMs = 120;
/** What was written since is found when one looks again. */
const freshMs = 2_000;
/** So many rests of the past are asked for without anybody asking. */
const furtherMax = 30;
const enough = 20;

/** A text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What a text finds: subjects and people at once, messages as far back as is needed. */
export function useSearch(typedText: string) {
  const text = useSettled(typedText.trim() === "" ? "" : typedText);
  const utils = trpc.useUtils();
  const typing = !/\s$/u.test(text);
  const enabled = text !== "";
  const told = trpc.search.suggest.useQuery(
    { text, typing },
    { enabled, staleTime: freshMs, placeholderData: keepPreviousData },
  );
  const said = useInfiniteQuery({
    queryKey: ["search", text, typing],
    enabled,
    staleTime: freshMs,
    retry: false,
    placeholderData: keepPreviousData,
    initialPageParam: null,
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
      utils.client.search.tickets.query(
        { text, typing, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    getNextPageParam: (last) => last.next,
  });
  const pages = said.data?.pages ?? [];
  const known = new Set<string>();
  const tickets = pages
    .flatMap((page) => page.tickets)
    .filter(({ row }) => !known.has(row.id) && known.add(row.id));
  const lookedBackTo = pages.at(-1)?.lookedBackTo ?? null;

  // The patience of one answer was over before enough was found: the next one goes on from there.
  const { hasNextPage, isFetching, fetchNextPage, isPlaceholderData } = said;
  const goesOn = hasNextPage && tickets.length < enough && pages.length < furtherMax;
  useEffect(() => {
    if (goesOn && !isFetching && !isPlaceholderData) void fetchNextPage();
  }, [goesOn, isFetching, isPlaceholderData, fetchNextPage]);

  const isSettled = text === (typedText.trim() === "" ? "" : typedText);
  return {
    text,
    told: enabled ? told.data : undefined,
    tickets: enabled ? tickets : [],
    corrected: pages.at(-1)?.corrected ?? [],
    tooCommon: pages[0]?.tooCommon === true,
    lookedBackTo,
    hasMore: enabled && hasNextPage && !goesOn,
    more: () => void fetchNextPage(),
    isLooking: enabled && (isFetching || goesOn || !isSettled),
    isToldYet: !enabled || (isSettled && !told.isFetching),
    error: said.error ?? told.error,
    retry: () => {
      void said.refetch();
      void told.refetch();
    },
  };
}
