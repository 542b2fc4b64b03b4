"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useState } from "react";
import type { ThreadItem } from "./thread-items";

/** What a server renders before anybody's window is known. */
const firstRect = { width: 600, height: 900 };
/** Up to here everything stands in the page, and the browser's own search finds all of it. */
const wholeItemsMax = 120;
const overscanItems = 20;
const guessPx = { message: 160, day: 16, events: 24, new: 16, gap: 60, outgoing: 120 } as const;
const gapPx = 12;
const edgePx = 16;
/** Room above for the ways to what came before. */
const earlierPx = 72;
export const nearEndPx = 48;

/** To the fraction of a pixel: rounded, a long thread would drift. */
const heightOf = (element: Element, entry: ResizeObserverEntry | undefined) =>
  entry?.borderBoxSize[0]?.blockSize ?? element.getBoundingClientRect().height;

/**
 * The part of a conversation that stands in the page. Its rows flow as text does, with room for
 * those that do not stand there; what one reads stays where it is while others come, go and grow.
 */
export function useWindow(
  scroller: RefObject<HTMLDivElement | null>,
  items: readonly ThreadItem[],
  hasOlder: boolean,
) {
  // Focus must not vanish with a message that is scrolled away.
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const focused = focusedKey === null ? -1 : items.findIndex((item) => item.key === focusedKey);
  const count = items.length;
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessPx[items[index]?.type ?? "message"],
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    measureElement: heightOf,
    gap: gapPx,
    paddingStart: hasOlder ? earlierPx : edgePx,
    paddingEnd: edgePx,
    scrollPaddingStart: nearEndPx,
    overscan: overscanItems,
    initialRect: firstRect,
    // A conversation opens at its end.
    initialOffset: () => count * guessPx.message,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: nearEndPx,
    rangeExtractor: useCallback(
      (range: Range) => {
        if (range.count <= wholeItemsMax) return Array.from({ length: range.count }, (_, at) => at);
        const seen = defaultRangeExtractor(range);
        return focused < 0 || seen.includes(focused)
          ? seen
          : [...seen, focused].sort((one, other) => one - other);
      },
      [focused],
    ),
  });
  // Pictures come late, also while one scrolls up: what grew above must not push what one reads.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (
    item,
    _,
    { itemSizeCache, scrollOffset },
  ) => (itemSizeCache.has(item.key) ? item.end : item.start) < (scrollOffset ?? 0);

  const shown = virtualizer.getVirtualItems();
  const rows = shown.map(({ index, start }, at) => {
    const before = at === 0 ? undefined : shown[at - 1];
    return { index, roomPx: Math.max(0, start - (before === undefined ? 0 : before.end + gapPx)) };
  });
  const roomBelowPx = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return { virtualizer, rows, roomBelowPx, setFocusedKey };
}
