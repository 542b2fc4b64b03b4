"use client";

import type { Metric } from "@/modules/sla/client";
import { trpc } from "@/trpc/client";
import { SkeletonRows } from "@/ui/skeleton";
import { delayCauses } from "../../rules/delay/minutes";
import { causeWords } from "./delay-words";

interface PartsProps {
  readonly number: number;
  readonly metric: Metric;
  readonly words: (ms: number) => string;
}

/** The working time that a customer waited, by what held it up; the parts add up to the whole. */
export function DelayParts({ number, metric, words }: PartsProps) {
  const { data, error } = trpc.capacity.delay.useQuery({ number, metric });
  if (error !== null) return <p className="text-ui text-warn">This could not be found out.</p>;
  if (data === undefined) return <SkeletonRows rows={3} label="Adding up the minutes" />;
  const parts = delayCauses
    .filter((cause) => data.partsMs[cause] > 0)
    .sort((a, b) => data.partsMs[b] - data.partsMs[a]);
  return (
    <div className="flex flex-col gap-2 py-2 text-ui">
      <p>
        {`${words(data.delayMs)} of working time, of which ${words(data.targetMs)} were promised:`}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {parts.map((cause) => (
          <div key={cause} className="contents">
            <dt className="text-end tabular-nums">{words(data.partsMs[cause])}</dt>
            <dd>{causeWords[cause]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
