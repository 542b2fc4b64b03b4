"use client";

import { useEffect, useState } from "react";
import { clockTime } from "./format/time";
import { Strip } from "./strip";
import { useSay } from "./words";

/** A short cut is no news. */
const patienceMs = 3_000;

interface ReconnectingProps {
  readonly connected: boolean;
  /** The moment whose state is on the screen. */
  readonly seenAt: Date;
  readonly zone: string;
  readonly locale?: string | undefined;
  /** How many actions wait for the connection. */
  readonly waiting?: number | undefined;
}

export function Reconnecting({ connected, seenAt, zone, locale, waiting = 0 }: ReconnectingProps) {
  const say = useSay("ui");
  const [late, setLate] = useState(false);

  useEffect(() => {
    if (connected) return;
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [connected]);

  if (connected || !late) return null;
  const held = waiting === 0 ? "" : ` ${say("waiting", { count: waiting })}`;
  const time = clockTime(seenAt, { zone, locale });
  return <Strip>{`${say("reconnecting", { time })}${held}`}</Strip>;
}
