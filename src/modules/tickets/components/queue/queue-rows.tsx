"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from "react";
import type { ListRow } from "./held-list";
import { QueueRow } from "./queue-row";
import type { Selection } from "./selection";
import { useRowPx } from "./use-row-px";

/** What a server renders before anybody's window is known. */
const firstRect = { width: 400, height: 900 };
const overscanRows = 8;
const aheadRows = 20;

interface QueueRowsProps {
  readonly label: string;
  readonly rows: readonly ListRow[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly left: ReadonlyMap<string, string>;
  readonly drafts: ReadonlySet<string>;
  readonly openNumber: number | null;
  /** The row that the keys act on. */
  readonly cursorId: string | null;
  /** Counts the moves by key: each brings its row into sight and focus to it. */
  readonly moves: number;
  readonly hasMore: boolean;
  readonly hrefOf: (row: ListRow) => string;
  readonly onOpen: (row: ListRow) => void;
  readonly onFocus: (row: ListRow) => void;
  readonly onNearEnd: () => void;
  readonly selection: Selection;
  readonly onSelect: (row: ListRow, range: boolean) => void;
}

/** Only the rows in sight stand in the page; their places come from the style sheet's row height. */
export function QueueRows(props: QueueRowsProps) {
  const { label, rows, scroller, cursorId, moves, hasMore, onNearEnd } = props;
  const rowPx = useRowPx();
  const cursorIndex = rows.findIndex((row) => row.id === cursorId);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: overscanRows,
    initialRect: firstRect,
    getItemKey: (index) => rows[index]?.id ?? index,
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
    if (rowPx > 0) measure();
  }, [rowPx]);

  // Only a move by key takes focus; rows that come and go do not.
  const showCursor = useEffectEvent(() => {
    if (cursorIndex < 0) return;
    virtualizer.scrollToIndex(cursorIndex, { align: "auto" });
    const row = `[aria-rowindex="${cursorIndex + 1}"]`;
    scroller.current?.querySelector<HTMLElement>(row)?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    if (moves > 0) showCursor();
  }, [moves]);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const nearEnd = hasMore && lastShown >= rows.length - aheadRows;
  useEffect(() => {
    if (nearEnd) onNearEnd();
  }, [nearEnd, onNearEnd]);

  const stopIndex = Math.max(cursorIndex, 0);
  return (
    <div
      role="grid"
      aria-label={label}
      aria-multiselectable={props.selection.active || undefined}
      aria-rowcount={hasMore ? -1 : rows.length}
      aria-colcount={1}
      className="relative"
      style={{ height: `calc(var(--row) * ${rows.length})` }}
    >
      {items.map(({ index }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <QueueRow
            key={row.id}
            row={row}
            index={index}
            href={props.hrefOf(row)}
            current={row.number === props.openNumber}
            stop={index === stopIndex}
            leftReason={props.left.get(row.id)}
            hasDraft={props.drafts.has(row.id)}
            onOpen={props.onOpen}
            onFocus={props.onFocus}
            selecting={props.selection.active}
            selected={props.selection.rows.has(row.id)}
            onSelect={props.onSelect}
          />
        );
      })}
    </div>
  );
}
