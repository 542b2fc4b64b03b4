"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useMemo } from "react";
import type { TicketSort } from "@/modules/tickets/client";
import { listItems, type Standing } from "./groups";
import type { ListRow } from "./held-list";
import { QueueRow } from "./queue-row";
import { GroupHeading } from "./queue-row-heading";
import type { Selection } from "./selection";
import { useRowPx } from "./use-row-px";

/** What a server renders before anybody's window is known. */
const firstRect = { width: 400, height: 900 };
const overscanRows = 8;
const aheadRows = 20;

interface QueueRowsProps {
  readonly label: string;
  readonly rows: readonly ListRow[];
  readonly sort: TicketSort;
  /** In which group of the sort each row stands. */
  readonly standing: Standing;
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

/** From the style sheet's heights alone, so that no row has to be measured. */
const topOf = (rows: number, headings: number) =>
  headings === 0
    ? `calc(var(--row) * ${rows})`
    : `calc(var(--row) * ${rows} + var(--group) * ${headings})`;

/** Only the rows in sight stand in the page; their places come from the style sheet's row height. */
export function QueueRows(props: QueueRowsProps) {
  const { label, rows, sort, standing, scroller, cursorId, moves, hasMore, onNearEnd } = props;
  const rowPx = useRowPx();
  const headingPx = useRowPx("--group");
  const items = useMemo(() => listItems(rows, sort, standing), [rows, sort, standing]);
  const cursorIndex = items.findIndex((item) => item.key === cursorId);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.type === "heading" ? headingPx : rowPx),
    overscan: overscanRows,
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
  const headings = items.length - rows.length;
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

  const seen = virtualizer.getVirtualItems();
  const lastShown = seen.at(-1)?.index ?? 0;
  const nearEnd = hasMore && lastShown >= items.length - aheadRows;
  useEffect(() => {
    if (nearEnd) onNearEnd();
  }, [nearEnd, onNearEnd]);

  const stopId = cursorId ?? rows[0]?.id;
  return (
    <div
      role="grid"
      aria-label={label}
      aria-multiselectable={props.selection.active || undefined}
      aria-rowcount={hasMore ? -1 : items.length}
      aria-colcount={1}
      className="relative"
      style={{ height: topOf(rows.length, headings) }}
    >
      {seen.map(({ index }) => {
        const item = items[index];
        if (item === undefined) return null;
        if (item.type === "heading") {
          const next = items[index + 1];
          const [place, above] = next?.type === "row" ? [next.place, next.headings - 1] : [0, 0];
          const top = topOf(place, above);
          return <GroupHeading key={item.key} index={index} top={top} words={item.words} />;
        }
        const { row } = item;
        return (
          <QueueRow
            key={row.id}
            row={row}
            index={index}
            top={topOf(item.place, item.headings)}
            href={props.hrefOf(row)}
            current={row.number === props.openNumber}
            stop={row.id === stopId}
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
