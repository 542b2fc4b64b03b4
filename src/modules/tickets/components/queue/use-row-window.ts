"use client";

import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { ListItem } from "./groups";
import type { ListRow } from "./held-list";

/** What a server renders before anybody's window is known. */
const firstRect = { width: 400, height: 900 };
const overscanRows = 8;
const aheadRows = 20;

interface RowWindow {
  readonly items: readonly ListItem<ListRow>[];
  readonly rowPx: number;
  readonly headingPx: number;
  /** What stands still above the rows and covers the first of them. */
  readonly headPx?: number | undefined;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly cursorId: string | null;
  readonly moves: number;
  readonly hasMore: boolean;
  /** How many rows above were let go; null where the list begins. */
  readonly above: number | null;
  readonly onNear: OnNear;
}

/** Somebody is about to come to where what is loaded ends; `eye` is the first item in their sight. */
export type OnNear = (end: "down" | "up", eye: { key: string | undefined; row: number }) => void;

/** From the style sheet's heights alone, so that no row has to be measured. */
export const topOf = (rows: number, headings: number, row = "var(--row)") =>
  headings === 0 ? `calc(${row} * ${rows})` : `calc(${row} * ${rows} + var(--group) * ${headings})`;

/** Where a heading stands, by the row that follows it. */
export function headingTop(next: ListItem<ListRow> | undefined, row?: string): string {
  return next?.type === "row" ? topOf(next.place, next.headings - 1, row) : topOf(0, 0, row);
}

/** Which rows of a list are in sight; the row that keys move to is brought there with the focus. */
export function useRowWindow(list: RowWindow): readonly VirtualItem[] {
  const { items, rowPx, headingPx, headPx = 0, scroller, cursorId, moves, hasMore } = list;
  const { onNear } = list;
  const abovePx = (list.above ?? 0) * rowPx;
  const cursorIndex = items.findIndex((item) => item.key === cursorId);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.type === "heading" ? headingPx : rowPx),
    overscan: overscanRows,
    paddingStart: abovePx,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
    initialRect: firstRect,
    getItemKey: (index) => items[index]?.key ?? index,
    // Focus must not vanish with a row that is scrolled away.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return cursorIndex < 0 || seen.includes(cursorIndex)
        ? seen
        : [...seen, cursorIndex].sort((one, other) => one - other);
    },
  });

  const measure = useEffectEvent(() => virtualizer.measure());
  // The style sheet changed the height of all rows at once.
  useLayoutEffect(() => {
    if (rowPx > 0 && headingPx > 0) measure();
  }, [rowPx, headingPx]);
  // Headings have another height than rows.
  const headings = items.findLast((item) => item.type === "row")?.headings ?? 0;
  useLayoutEffect(() => {
    if (headings > 0) measure();
  }, [headings]);

  // Only a move by key takes focus; rows that come and go do not.
  const showCursor = useEffectEvent(() => {
    if (cursorIndex < 0) return;
    // The first of a group brings its heading along.
    const above = items[cursorIndex - 1]?.type === "heading" ? cursorIndex - 1 : cursorIndex;
    virtualizer.scrollToIndex(above, { align: "auto" });
    if (above !== cursorIndex) virtualizer.scrollToIndex(cursorIndex, { align: "auto" });
    const row = `[data-row="${cursorId}"]`;
    scroller.current?.querySelector<HTMLElement>(row)?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    if (moves > 0) showCursor();
  }, [moves]);

  // Rows keep their places, whatever is loaded or let go above them.
  const eye = useRef<{ key: string; px: number } | null>(null);
  const offsetOf = (key: string) => {
    const item = items.find((one) => one.type === "row" && one.key === key);
    return item?.type === "row" ? item.place * rowPx + item.headings * headingPx : null;
  };
  const keepPlace = useEffectEvent(() => {
    const element = scroller.current;
    const px = eye.current === null ? null : offsetOf(eye.current.key);
    if (element !== null && eye.current !== null && px !== null && element.scrollTop > 0)
      element.scrollTop += px - eye.current.px;
  });
  useLayoutEffect(() => {
    if (items.length > 0) keepPlace();
  }, [items]);

  const seen = virtualizer.getVirtualItems();
  // The row of the keys may be far from what is in sight.
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  const firstKey = items.slice(first).find((item) => item.type === "row")?.key;
  useLayoutEffect(() => {
    const px = firstKey === undefined ? null : offsetOf(firstKey);
    eye.current = firstKey === undefined || px === null ? null : { key: firstKey, px };
  });
  const near =
    list.above !== null && first <= aheadRows
      ? "up"
      : hasMore && last >= items.length - aheadRows
        ? "down"
        : null;
  const tellNear = useEffectEvent((end: "down" | "up") => {
    const top = scroller.current?.scrollTop ?? 0;
    onNear(end, { key: firstKey, row: rowPx > 0 ? Math.floor(top / rowPx) : 0 });
  });
  useEffect(() => {
    if (near !== null && items.length > 0) tellNear(near);
  }, [near, items]);
  return seen;
}
