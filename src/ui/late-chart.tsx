"use client";

import { type ComponentType, useEffect, useState } from "react";
import { Skeleton } from "./skeleton";
import type { TimeChartProps } from "./time-chart";

/** A chart whose library comes after the first paint, in a place of its final size. */
export function LateChart(props: TimeChartProps) {
  const [Chart, setChart] = useState<{ Part: ComponentType<TimeChartProps> } | null>(null);
  useEffect(() => {
    let gone = false;
    void import("./time-chart").then(({ TimeChart }) => {
      if (!gone) setChart({ Part: TimeChart });
    });
    return () => {
      gone = true;
    };
  }, []);
  const tall = (props.heightPx ?? 200) > 80;
  return (
    <div className={tall ? "min-h-50" : "min-h-12"}>
      {Chart === null ? <Skeleton className="h-12 w-full" /> : <Chart.Part {...props} />}
    </div>
  );
}
