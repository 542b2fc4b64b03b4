"use client";

import { useEffect, useState } from "react";
import { clockTime } from "./format/time";
import { Strip } from "./strip";

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
  const held =
    waiting === 0 ? "" : waiting === 1 ? " One change waits." : ` ${waiting} changes wait.`;
  return <Strip>{`Reconnecting. You see ${clockTime(seenAt, { zone, locale })}.${held}`}</Strip>;
}
