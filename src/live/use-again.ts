"use client";

import { useEffect, useRef, useState } from "react";
import { again } from "./again";

/** `again` for a screen: the task is always its latest, and ends with the screen. */
export function useAgain(task: () => Promise<void>): { ask: () => void; failing: boolean } {
  const [failing, setFailing] = useState(false);
  const latest = useRef(task);
  useEffect(() => {
    latest.current = task;
  });
  const [asking] = useState(() => again(() => latest.current(), setFailing));
  useEffect(() => asking.stop, [asking]);
  return { ask: asking.ask, failing };
}
