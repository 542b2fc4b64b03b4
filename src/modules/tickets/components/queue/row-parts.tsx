"use client";

import type { MouseEvent } from "react";
import { cx } from "@/ui/cx";
import type { ListRow } from "./held-list";

type Choose = (row: ListRow, range: boolean) => void;

export const isUnread = (row: ListRow) => row.seenAt === null || row.seenAt < row.lastMessageAt;

/** A plain click opens here, Shift takes the range, and what a browser does with a link stays its. */
export const rowClick =
  (row: ListRow, onOpen: (row: ListRow) => void, onSelect: Choose) =>
  (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    if (event.shiftKey) onSelect(row, true);
    else onOpen(row);
  };

interface RowTickProps {
  readonly row: ListRow;
  readonly selected: boolean;
  readonly onSelect: Choose;
  readonly className: string;
}

export function RowTick({ row, selected, onSelect, className }: RowTickProps) {
  return (
    <label className={cx("z-10 flex items-center justify-center", className)}>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={selected}
        onChange={() => onSelect(row, false)}
        aria-label={`Select #${row.number}`}
        className="size-4 accent-accent"
      />
    </label>
  );
}

interface RowMarksProps {
  readonly hasDraft: boolean;
  readonly leftReason: string | undefined;
}

export function RowMarks({ hasDraft, leftReason }: RowMarksProps) {
  return (
    <>
      {hasDraft && <span className="shrink-0 text-small text-warn">Draft</span>}
      {leftReason !== undefined && <span className="shrink-0 text-small">{leftReason}</span>}
    </>
  );
}
