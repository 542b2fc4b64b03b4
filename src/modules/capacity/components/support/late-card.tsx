"use client";

import { type RouterOutputs, trpc } from "@/trpc/client";
import { Card } from "@/ui/card";
import { durationWords } from "@/ui/format/duration";
import { numberWords, percentWords } from "@/ui/format/number";
import { SkeletonRows } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { delayCauses } from "../../rules/delay/minutes";
import { causeWords } from "./delay-words";

const refreshMs = 60_000;

type Late = RouterOutputs["capacity"]["lateMinutes"];

/** "We were late" in one sentence: how often, and how much of it people and machines. */
export function lateWords({ days, promises, blame }: Late, locale: string): string {
  const span = `in the last ${numberWords(days, locale)} days`;
  if (blame === null) return `No late promise came to its end ${span}.`;
  const late = promises === 1 ? "One promise" : `${numberWords(promises, locale)} promises`;
  return `${late} came late ${span}: ${percentWords(blame.people, locale, 0)} of that time people, ${percentWords(blame.machines, locale, 0)} machines.`;
}

/** Late tickets by cause, on the overview itself; each one by itself is a page further. */
export function LateCard({ locale }: { readonly locale: string }) {
  const { data, error } = trpc.capacity.lateMinutes.useQuery(undefined, {
    refetchInterval: refreshMs,
  });
  return (
    <Card title="Why we were late">
      {data === undefined ? (
        error === null ? (
          <SkeletonRows rows={3} label="Adding up the minutes" />
        ) : (
          <p className="text-ui text-warn">This could not be found out.</p>
        )
      ) : (
        <>
          <p className="text-ui">{lateWords(data, locale)}</p>
          <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-ui">
            {delayCauses
              .filter((cause) => data.partsMs[cause] > 0)
              .sort((a, b) => data.partsMs[b] - data.partsMs[a])
              .map((cause) => (
                <div key={cause} className="contents">
                  <dt className="text-end tabular-nums">
                    {durationWords(data.partsMs[cause], locale)}
                  </dt>
                  <dd>{causeWords[cause]}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      <p className="mt-3 text-ui">
        <TextLink href="/admin/objectives">Each late ticket by itself</TextLink>
      </p>
    </Card>
  );
}
