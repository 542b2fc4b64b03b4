"use client";

import { useMe } from "@/modules/tickets/components/me";
import { durationWords } from "@/ui/format/duration";
import { clockTime, dayTime } from "@/ui/format/time";
import { SlaGlyph } from "@/ui/glyphs";
import type { ExplainedClock } from "../queries/explain";
import { writeMinutes } from "../rules/target-text";
import { minuteMs } from "../rules/units";
import { metricWords, reasonWords } from "../rules/words";
import { placeOf } from "./place-of";

interface CourseProps {
  readonly clock: ExplainedClock;
  readonly zone: string;
  readonly now: Date;
}

/** One clock: what is due when, what of its time counted, and the sum of that. */
export function SlaCourse({ clock, zone, now }: CourseProps) {
  const { locale } = useMe();
  const at = (iso: string) => {
    const value = new Date(iso);
    const context = { now, zone, locale };
    const [day, today] = [dayTime(value, context), dayTime(now, context)];
    const time = `${clockTime(value, context)} ${placeOf(zone)}`;
    return day === today ? time : `${day} ${time}`;
  };
  return (
    <>
      <p className="flex items-center gap-2 text-ui font-semibold">
        <SlaGlyph state={clock.state} name="" />
        {headline(clock, at)}
      </p>
      <Bar clock={clock} />
      <p className="text-ink-2 text-small">{sumWords(clock, locale)}</p>
    </>
  );
}

function headline(clock: ExplainedClock, at: (iso: string) => string): string {
  const name = metricWords[clock.metric];
  if (clock.neverDue) return `${name}: the calendar has too few open hours`;
  if (clock.endedAt !== null)
    return clock.state === "breached"
      ? `${name} late: came ${at(clock.endedAt)}`
      : `${name} kept: came ${at(clock.endedAt)}`;
  if (clock.dueAt === null) return `${name} paused`;
  return clock.state === "breached"
    ? `${name} was due ${at(clock.dueAt)}`
    : `${name} due ${at(clock.dueAt)}`;
}

/** "1 h 12 min of 4 h counted; closed 15 h; paused 2 h 10 min". */
function sumWords(clock: ExplainedClock, locale: string | undefined): string {
  // In hours: a day of open time is no day.
  const spentMinutes = Math.floor(clock.spentMs / minuteMs);
  const spent = spentMinutes === 0 ? "Nothing" : writeMinutes(spentMinutes);
  const { open: _, ...rest } = clock.sumsMs;
  const others = Object.entries(rest).flatMap(([reason, ms]) =>
    ms > 0 && isReason(reason) ? [`${reasonWords[reason]} ${durationWords(ms, locale)}`] : [],
  );
  return [`${spent} of ${writeMinutes(clock.targetMs / minuteMs)} counted`, ...others].join("; ");
}

const isReason = (text: string): text is keyof typeof reasonWords => text in reasonWords;

const barWidth = 352;
const barHeight = 12;

/** Counted time is solid, closed time hatched, paused time a gap. */
function Bar({ clock }: { clock: ExplainedClock }) {
  const [first, last] = [clock.spans[0], clock.spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const wholeMs = last.toMs - first.fromMs;
  const x = (ms: number) => ((ms - first.fromMs) / wholeMs) * barWidth;
  const id = `closed-${clock.metric}`;
  return (
    <svg
      viewBox={`0 0 ${barWidth} ${barHeight}`}
      className="h-3 w-full text-ink-2"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
        <path d="M0 5 5 0" stroke="currentColor" strokeWidth="1" />
      </pattern>
      {clock.spans.map(({ fromMs, toMs, reason }) => {
        if (reason === "paused" || reason === "resolved") return null;
        return (
          <rect
            key={fromMs}
            x={x(fromMs)}
            width={Math.max(x(toMs) - x(fromMs), 0.5)}
            height={barHeight}
            fill={reason === "open" ? "currentColor" : `url(#${id})`}
          />
        );
      })}
      <path d={`M0 ${barHeight - 0.5}H${barWidth}`} stroke="currentColor" strokeWidth="1" />
    </svg>
  );
}
