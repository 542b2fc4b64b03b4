"use client";

import { memo } from "react";
import { cx } from "@/ui/cx";
import type { ListRow } from "../held-list";
import { isUnread, RowMarks, RowTick, rowClick } from "../row-parts";
import { CellWords, cellClass } from "./cells";
import type { FieldsByKey } from "./column-name";

interface TableRowProps {
  readonly row: ListRow;
  readonly index: number;
  readonly top: string;
  readonly href: string;
  readonly ids: readonly string[];
  readonly fields: FieldsByKey;
  /** Takes the tab stop of the table. */
  readonly stop: boolean;
  readonly leftReason: string | undefined;
  readonly hasDraft: boolean;
  readonly onOpen: (row: ListRow) => void;
  readonly onFocus: (row: ListRow) => void;
  readonly selecting: boolean;
  readonly selected: boolean;
  readonly onSelect: (row: ListRow, range: boolean) => void;
}

/** A ticket as a row of a table. Its subject opens it, and covers the row for a pointer. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, index, top, href, ids, fields, stop, leftReason, hasDraft } = props;
  const { selecting, selected, onOpen, onSelect } = props;
  const unread = isUnread(row);
  const dim = leftReason !== undefined;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selecting ? selected : undefined}
      tabIndex={stop ? 0 : -1}
      data-row={row.id}
      onFocus={() => props.onFocus(row)}
      style={{ top }}
      className={cx(
        "absolute inset-x-0 grid h-cell grid-cols-(--columns) items-center border-line border-b text-ui focus-visible:-outline-offset-2",
        selected ? "bg-selected" : "hover:bg-hover",
        dim ? "text-ink-3" : "text-ink-2",
      )}
    >
      {selecting && (
        <div role="gridcell" tabIndex={-1} className="h-full">
          <RowTick row={row} selected={selected} onSelect={onSelect} className="relative h-full" />
        </div>
      )}
      {ids.map((id) =>
        id === "subject" ? (
          // Not placed itself, so that what it covers is the row.
          <div key={id} role="gridcell" tabIndex={-1} className="flex min-w-0 gap-2 px-2">
            <a
              href={href}
              tabIndex={-1}
              onClick={rowClick(row, onOpen, onSelect)}
              className={cx(
                "min-w-0 truncate no-underline after:absolute after:inset-0",
                unread && !dim && "font-semibold",
                dim ? "text-ink-3" : "text-ink",
              )}
            >
              {row.subject}
              {unread && <span className="sr-only">, unread</span>}
            </a>
            <RowMarks hasDraft={hasDraft} leftReason={leftReason} />
          </div>
        ) : (
          <div key={id} role="gridcell" tabIndex={-1} className={cellClass(id)}>
            <span className="min-w-0 truncate">
              <CellWords id={id} row={row} fields={fields} />
            </span>
          </div>
        ),
      )}
    </div>
  );
});
