"use client";

import type { TicketRow } from "@/modules/tickets/client";
import { cx } from "@/ui/cx";
import { clockPrecision, dueSince, leftOrLate } from "@/ui/format/duration";
import { SlaGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";

const minuteMs = 60_000;
const soonMs = 5 * minuteMs;

const inks = {
  running: "text-ink-2",
  at_risk: "text-warn",
  breached: "text-bad",
  paused: "text-ink-3",
  met: "text-ink-3",
} as const;

interface SlaTimeProps {
  readonly row: Pick<TicketRow, "slaState" | "nextDueAt" | "waitingSince" | "createdAt">;
  readonly className?: string | undefined;
}

/** The clock that runs out first: its shape, and what is left of it in words. */
export function SlaTime({ row, className }: SlaTimeProps) {
  const { slaState, nextDueAt } = row;
  const minute = useNow(minuteMs);
  const isSoon = nextDueAt !== null && Math.abs(Date.parse(nextDueAt) - minute.getTime()) < soonMs;
  if (slaState === null) return null;
  return (
    <span className={cx("inline-flex items-center gap-1 tabular-nums", inks[slaState], className)}>
      {isSoon ? <Left row={row} everyMs={1_000} /> : <Left row={row} everyMs={minuteMs} />}
    </span>
  );
}

function Left({ row, everyMs }: SlaTimeProps & { everyMs: number }) {
  const now = useNow(everyMs);
  const { slaState, nextDueAt } = row;
  if (slaState === null) return null;
  if (nextDueAt === null) return <SlaGlyph state={slaState} label />;
  const due = Date.parse(nextDueAt);
  const from = Date.parse(row.waitingSince ?? row.createdAt);
  const leftMs = due - now.getTime();
  // Late is what its calendar calls late: due at closing time, it has until the doors open again.
  const inWords = leftMs < 0 && slaState !== "breached" ? dueSince : leftOrLate;
  const words = inWords(leftMs, undefined, clockPrecision(leftMs));
  return (
    <>
      <SlaGlyph
        state={slaState}
        share={leftMs / Math.max(due - from, 1)}
        // "22 min late" says it all; that little is left, only the shape does.
        name={slaState === "at_risk" ? "At risk" : ""}
      />
      <span suppressHydrationWarning>{slaState === "paused" ? "Paused" : words}</span>
    </>
  );
}
