"use client";

import { useMemo } from "react";
import { type RouterOutputs, trpc } from "@/trpc/client";
import type { Measured } from "../../rules/planner/measured";
import { rangedFit } from "../../rules/scalability/range";

export type Times = RouterOutputs["capacity"]["measuredTimes"];

/** What was measured here, as a plan takes it; null until it is there. */
export function useMeasured(): { measured: Measured | null; times: Times | undefined } {
  const { data: times } = trpc.capacity.measuredTimes.useQuery();
  const measured = useMemo(() => {
    if (times === undefined) return null;
    const { days, cpuMsPerRequest, requests, newest } = times;
    const fit = newest === null ? null : rangedFit(newest.points);
    const report =
      newest === null || fit === null
        ? null
        : { name: newest.name, takenOn: newest.takenAt.slice(0, 10), fit };
    return { days, cpuMsPerRequest, requests, report };
  }, [times]);
  return { measured, times };
}
