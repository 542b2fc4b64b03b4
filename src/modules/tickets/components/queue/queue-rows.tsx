"use client";

import { type RefObject, useMemo } from "react";
import { listItems, type Standing } from "./groups";
import type { ListRow } from "./held-list";
import { QueueRow } from "./queue-row";
import { GroupHeading } from "./queue-row-heading";
import type { Selection } from "./selection";
import { useRowPx } from "./use-row-px";
import { headingTop, type OnNear, topOf, useRowWindow } from "./use-row-window";

export interface QueueRowsProps {
  readonly label: string;
  readonly rows: readonly ListRow[];
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
  /** How many rows above were let go; null where the list begins. */
  readonly above: number | null;
  readonly onNear: OnNear;
  readonly selection: Selection;
  readonly onSelect: (row: ListRow, range: boolean) => void;
}

/** Where rows were let go: lines as of rows, until they are there again. */
export function RoomAbove({ rows, line }: { rows: number; line?: string }) {
  return (
    <div aria-hidden="true" className="rows-let-go" style={{ height: topOf(rows, 0, line) }} />
  );
}

/** Only the rows in sight stand in the page; their places come from the style sheet's row height. */
export function QueueRows(props: QueueRowsProps) {
  const { label, rows, standing, scroller, cursorId, moves, hasMore, onNear } = props;
  const above = props.above ?? 0;
  const rowPx = useRowPx();
  const headingPx = useRowPx("--group");
  const items = useMemo(() => listItems(rows, standing, above), [rows, standing, above]);
  const list = { items, rowPx, headingPx, scroller, cursorId, moves, hasMore, onNear };
  const seen = useRowWindow({ ...list, above: props.above });
  const stopId = cursorId ?? rows[0]?.id;
  return (
    <div
      role="grid"
      aria-label={label}
      aria-multiselectable={props.selection.active || undefined}
      aria-rowcount={hasMore ? -1 : above + items.length}
      aria-colcount={1}
      className="relative"
      style={{ height: topOf(above + rows.length, items.length - rows.length) }}
    >
      {above > 0 && <RoomAbove rows={above} />}
      {seen.map(({ index }) => {
        const item = items[index];
        if (item === undefined) return null;
        if (item.type === "heading") {
          const top = headingTop(items[index + 1]);
          return <GroupHeading key={item.key} index={above + index} top={top} words={item.words} />;
        }
        const { row } = item;
        return (
          <QueueRow
            key={row.id}
            row={row}
            index={above + index}
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
