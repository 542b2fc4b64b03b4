"use client";

import { memo } from "react";
import { Avatar } from "@/ui/avatar";
import { cx } from "@/ui/cx";
import { durationWords } from "@/ui/format/duration";
import { PriorityGlyph, StatusGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { SlaTime } from "../ticket/sla-time";
import type { ListRow } from "./held-list";
import { isUnread, RowMarks, RowTick, rowClick } from "./row-parts";

interface QueueRowProps {
  readonly row: ListRow;
  readonly index: number;
  /** Where it stands, in the style sheet's lengths. */
  readonly top: string;
  readonly href: string;
  readonly current: boolean;
  /** Takes the tab stop of the list. */
  readonly stop: boolean;
  readonly leftReason: string | undefined;
  readonly hasDraft: boolean;
  readonly onOpen: (row: ListRow) => void;
  readonly onFocus: (row: ListRow) => void;
  /** Rows have boxes to tick. */
  readonly selecting: boolean;
  readonly selected: boolean;
  readonly onSelect: (row: ListRow, range: boolean) => void;
}

/** A ticket of the queue: two lines, three on a phone, one where rows are compact. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { row, index, top, href, current, stop, leftReason, hasDraft, onOpen, onFocus } = props;
  const { selecting, selected, onSelect } = props;
  const unread = isUnread(row);
  const dim = leftReason !== undefined;
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selecting ? selected : current}
      aria-current={current || undefined}
      tabIndex={stop ? 0 : -1}
      data-row={row.id}
      onFocus={() => onFocus(row)}
      style={{ top }}
      className={cx(
        "group absolute inset-x-0 h-row border-line border-b focus-visible:-outline-offset-2",
        current || selected ? "bg-selected" : "hover:bg-hover",
      )}
    >
      <div role="gridcell" tabIndex={-1} className="h-full">
        {selecting && (
          <RowTick
            row={row}
            selected={selected}
            onSelect={onSelect}
            className="absolute inset-y-0 start-0 w-10"
          />
        )}
        <a
          href={href}
          tabIndex={-1}
          onClick={rowClick(row, onOpen, onSelect)}
          className={cx(
            "flex h-full flex-col justify-center gap-0.5 pe-4 no-underline",
            selecting ? "ps-10" : "ps-4",
            dim ? "text-ink-3" : "text-ink-2",
          )}
        >
          <span className="flex items-center gap-2 text-small in-data-[density=compact]:hidden">
            <StatusGlyph status={row.status} snoozed={row.snoozedUntil !== null} />
            <span className="min-w-0 flex-1 truncate">
              <span className={cx(!dim && "text-ink")}>{row.requester.name}</span>
              {row.organization && (
                <span className="hidden text-ink-3 wide:inline"> · {row.organization.name}</span>
              )}
            </span>
            <RowTime row={row} />
          </span>
          <span className="flex min-w-0 items-center gap-2 text-ui">
            <span className="hidden in-data-[density=compact]:contents">
              <StatusGlyph status={row.status} snoozed={row.snoozedUntil !== null} />
            </span>
            {(row.priority === "high" || row.priority === "urgent") && (
              <PriorityGlyph priority={row.priority} />
            )}
            <span className="min-w-0 flex-1 truncate">
              <span className={cx(unread && !dim && "font-semibold", !dim && "text-ink")}>
                {row.subject}
              </span>
              {!dim && (
                <span className="hidden text-ink-3 wide:inline in-data-[density=compact]:wide:hidden">
                  {" "}
                  {row.lastWords}
                </span>
              )}
            </span>
            {unread && <span className="sr-only">, unread</span>}
            <RowMarks hasDraft={hasDraft} leftReason={leftReason} />
            <RowEnd row={row} className="max-md:hidden" />
            <span className="hidden shrink-0 text-small in-data-[density=compact]:inline">
              <RowTime row={row} />
            </span>
          </span>
          <span className="flex min-w-0 items-center gap-2 text-ink-3 text-small md:hidden in-data-[density=compact]:hidden">
            <span className="min-w-0 flex-1 truncate">{row.lastWords}</span>
            <RowEnd row={row} />
          </span>
        </a>
      </div>
    </div>
  );
});

function RowEnd({ row, className }: { row: ListRow; className?: string }) {
  if (row.assignee === null) return null;
  return <Avatar size={20} name={row.assignee.name} className={className} />;
}

/** What runs out first: the promise, else how long somebody has been waiting. */
function RowTime({ row }: { row: ListRow }) {
  const now = useNow();
  if (row.slaState !== null) return <SlaTime row={row} className="shrink-0" />;
  const waits = row.waitingSince;
  const sinceMs = now.getTime() - Date.parse(waits ?? row.lastMessageAt);
  return (
    <span className="shrink-0 text-ink-3 tabular-nums" suppressHydrationWarning>
      <span className="sr-only">{waits === null ? "Last message " : "Waiting for "}</span>
      {durationWords(Math.max(sinceMs, 0))}
      {waits === null && <span className="sr-only"> ago</span>}
    </span>
  );
}
