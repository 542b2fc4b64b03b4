"use client";

import { Check } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { useKeysOf } from "@/ui/actions/use-actions";
import { cx } from "@/ui/cx";
import { StatusGlyph } from "@/ui/glyphs";
import { IconButton } from "@/ui/icon-button";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import type { SnoozePreset } from "../rules/day";
import { reasonWords } from "../rules/reasons";
import { ReasonIcon } from "./reason-icon";
import { RowMenu } from "./row-menu";
import type { InboxRow as Row } from "./use-inbox";

interface InboxRowProps {
  readonly row: Row;
  readonly index: number;
  /** Takes the tab stop of the list. */
  readonly stop: boolean;
  readonly menuOpen: boolean;
  readonly onMenuOpenChange: (row: Row, open: boolean) => void;
  readonly onFocus: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
  readonly onDone: (row: Row) => void;
  readonly onUnread: (row: Row) => void;
  readonly onSnooze: (row: Row, preset: SnoozePreset, words: string) => void;
}

const colours: Partial<Record<Row["reason"], string>> = {
  mention: "text-violet",
  breach: "text-bad",
  risk: "text-warn",
};

const happened = ({ reason, byName, news }: Row) => {
  const more = news > 1 ? `, and ${news - 1} more` : "";
  return `${byName ?? "InsightDesk"} ${reasonWords[reason].verb}${more}`;
};

/** A ticket of the inbox: what happened, where, and why one is told. */
export const InboxRow = memo(function InboxRow(props: InboxRowProps) {
  const { row, index, stop, menuOpen, onMenuOpenChange, onFocus, onOpen } = props;
  const me = useMe();
  const keysOf = useKeysOf();
  const now = useNow();
  const { ticket, reason, words, unread } = row;
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(row);
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      tabIndex={stop ? 0 : -1}
      data-row={row.id}
      onFocus={() => onFocus(row)}
      className="group flex items-start border-line border-b hover:bg-hover focus-visible:-outline-offset-2"
    >
      <div role="gridcell" tabIndex={-1} className="min-w-0 flex-1">
        <a
          href={`/tickets/${ticket.number}`}
          tabIndex={-1}
          onClick={onClick}
          className="flex flex-col gap-0.5 py-2 ps-4 text-ink-2 no-underline"
        >
          <span className="flex items-center gap-2 text-small">
            <span className={cx("shrink-0", colours[reason])}>
              <ReasonIcon reason={reason} />
            </span>
            <span className="min-w-0 truncate">{happened(row)}</span>
            <span className="ms-auto shrink-0 text-ink-3">
              <Time value={row.at} now={now} zone={me.timeZone} locale={me.locale} />
            </span>
          </span>
          <span className="flex min-w-0 items-center gap-2 text-ui">
            <StatusGlyph status={ticket.status} />
            <span className={cx("min-w-0 truncate text-ink", unread && "font-semibold")}>
              {ticket.subject}
            </span>
            <span className="shrink-0 text-ink-3 text-small tabular-nums">#{ticket.number}</span>
            {unread && (
              <span className="ms-auto size-2 shrink-0 rounded-full bg-accent">
                <span className="sr-only">Unread</span>
              </span>
            )}
          </span>
          {words !== "" && <span className="truncate text-ui">{words}</span>}
          <span className="truncate text-ink-3 text-small">
            {ticket.requesterName} asked. You are told because {reasonWords[reason].why}.
          </span>
        </a>
      </div>
      <div role="gridcell" tabIndex={-1} className="flex shrink-0 items-center p-2">
        <IconButton
          name={`Done with #${ticket.number}`}
          keys={keysOf("item.done")}
          tabIndex={stop ? 0 : -1}
          icon={<Check size={16} aria-hidden="true" />}
          onClick={() => props.onDone(row)}
        />
        <RowMenu
          number={ticket.number}
          open={menuOpen}
          onOpenChange={(open) => onMenuOpenChange(row, open)}
          onSnooze={(preset, until) => props.onSnooze(row, preset, until)}
          onUnread={() => props.onUnread(row)}
        />
      </div>
    </div>
  );
});
