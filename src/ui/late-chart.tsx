"use client";

import { type ComponentType, useEffect, useState } from "react";
import { Skeleton } from "./skeleton";
import type { TimeChartProps } from "./time-chart";

interface LateChartProps extends TimeChartProps {
  /** Its words stand above it, where nothing around it says what it shows. */
  readonly titled?: boolean | undefined;
}

/** A chart whose library comes after the first paint, in a place of its final size. */
export function LateChart({ titled = false, ...props }: LateChartProps) {
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
  return (
    <div className="flex flex-col gap-1">
      {titled && (
        <p aria-hidden className="text-ink-2 text-small">
          {props.label}
        </p>
      )}
      <div style={{ minHeight: props.heightPx ?? 200 }}>
        {Chart === null ? <Skeleton className="h-12 w-full" /> : <Chart.Part {...props} />}
      </div>
    </div>
  );
}
