"use client";

import { useRef } from "react";
import { clockTime, dayTime, dueTime, fullTime, momentTime, relativeTime } from "./format/time";
import { useTip } from "./use-tip";

export type TimeStyle = "relative" | "moment" | "due" | "clock" | "day" | "full";

interface TimeProps {
  readonly value: Date | string | number;
  readonly now: Date;
  readonly zone: string;
  readonly locale?: string | undefined;
  /** The reader's own zone, where `zone` is another: it is then named. */
  readonly readerZone?: string | undefined;
  readonly style?: TimeStyle | undefined;
  /** False inside a widget with its own keys, such as a row of a grid. */
  readonly focusable?: boolean | undefined;
  readonly className?: string | undefined;
}

const words = {
  relative: relativeTime,
  moment: momentTime,
  due: dueTime,
  clock: clockTime,
  day: dayTime,
  full: fullTime,
};

/** A moment in words, in full with its zone on hover and on focus. */
export function Time(props: TimeProps) {
  const { now, zone, locale, readerZone, style = "relative", focusable = true, className } = props;
  const element = useRef<HTMLTimeElement>(null);
  const value = new Date(props.value);
  const context = { now, zone, locale, readerZone };
  const full = fullTime(value, context);
  const tip = style === "full" ? null : full;
  useTip(element, tip);
  return (
    <time
      ref={element}
      dateTime={value.toISOString()}
      tabIndex={focusable && tip !== null ? 0 : undefined}
      className={className}
      // Servers and browsers carry different releases of the same locale data.
      suppressHydrationWarning
    >
      {words[style](value, context)}
      {focusable && tip !== null && (
        <span className="sr-only" suppressHydrationWarning>
          , {full}
        </span>
      )}
    </time>
  );
}
