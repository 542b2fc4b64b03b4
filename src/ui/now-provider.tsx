"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { createServerClock, type ServerClock } from "./server-clock";

const ClockContext = createContext<ServerClock | null>(null);

interface NowProviderProps {
  /** The server's time of rendering, as ISO text: server and browser then write the same words. */
  readonly initialNow: string;
  readonly children: ReactNode;
}

export function NowProvider({ initialNow, children }: NowProviderProps) {
  const [clock] = useState(() => createServerClock(Date.parse(initialNow)));
  useEffect(() => clock.start(), [clock]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

function useClock(): ServerClock {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error("NowProvider is missing above this component.");
  return clock;
}

/** The server's time in steps of `everyMs`; renders again only when a step is over. */
export function useNow(everyMs = 60_000): Date {
  const clock = useClock();
  const step = () => Math.floor(clock.nowMs() / everyMs);
  const firstStep = () => Math.floor(clock.firstMs / everyMs);
  const current = useSyncExternalStore(clock.subscribe, step, firstStep);
  // Within the first step the exact first moment is used: the server rendered with it.
  return new Date(Math.max(current * everyMs, clock.firstMs));
}

/** Tells the clock the server's time again: after sleep and reconnection the browser's has stood still. */
export function useSyncNow(): (serverNow: Date | string | number) => void {
  return useClock().sync;
}
