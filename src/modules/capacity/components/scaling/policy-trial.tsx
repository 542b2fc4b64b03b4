"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Card } from "@/ui/card";
import { numberWords } from "@/ui/format/number";
import { RadioGroup } from "@/ui/radio-group";
import { Skeleton } from "@/ui/skeleton";
import { allowedMs } from "../../rules/scaling/consequences";
import { replay, surgeTrace, type Trace } from "../../rules/scaling/replay";
import { isWorkerQueue } from "../../rules/scaling/subjects";
import type { StepPolicy } from "../../rules/step-policy";
import { firstInstance, InstanceFields, type InstanceTexts, instanceOf } from "./instance-fields";
import type { PageProps, Scaled } from "./scaling-page";
import { firstSurge, SurgeFields, surgeOf } from "./surge-fields";
import { TrialResult } from "./trial-result";

interface PolicyTrialProps extends PageProps {
  readonly scaled: Scaled;
  /** The rule that is being written; null while it is the one that counts, or contradicts itself. */
  readonly draft: StepPolicy | null;
}

const nothing: Trace = { shared: false, samples: [] };

/** What a rule would have done in the last day or would do in a surge, beside the one that counts. */
export function PolicyTrial({ scaled, draft, zone, locale }: PolicyTrialProps) {
  const { subject, policy } = scaled;
  const query = trpc.capacity.scalingTrace.useQuery({ subject });
  const [source, setSource] = useState<"day" | "surge">("day");
  const [texts, setTexts] = useState(() => firstSurge(policy));
  const isShared = policy.metric === "cpu";
  const surge = surgeOf(texts);
  const imagined = surge === null ? nothing : surgeTrace(surge, isShared);
  const kind = isShared ? "server" : isWorkerQueue(subject) ? "worker" : "holder";
  const measured = trpc.capacity.measuredTimes.useQuery(undefined, { enabled: isShared });
  const [instanceTexts, setInstanceTexts] = useState<InstanceTexts | null>(null);
  const shownTexts = instanceTexts ?? firstInstance(kind, measured.data?.cpuMsPerRequest ?? null);
  const instance = instanceOf(shownTexts, kind);
  const allowed = query.data?.allowedMs ?? allowedMs(kind);
  const allowedWords = `${numberWords(allowed, locale)} ms`;
  const trace = source === "surge" ? imagined : (query.data ?? nothing);
  const startedWith = source === "surge" ? policy.min : (query.data?.replicas ?? policy.min);
  return (
    <Card title="Try it">
      <div className="flex flex-col gap-4">
        <RadioGroup
          label="On what?"
          name="trial-source"
          value={source}
          onValueChange={(value) => setSource(value === "surge" ? "surge" : "day")}
          options={[
            { value: "day", label: "The last 24 hours, as measured" },
            { value: "surge", label: "An imagined surge" },
          ]}
        />
        {source === "surge" && (
          <SurgeFields texts={texts} metric={policy.metric} onChange={setTexts} />
        )}
        <InstanceFields texts={shownTexts} kind={kind} onChange={setInstanceTexts} />
        {source === "day" && query.data === undefined && query.error === null && (
          <Skeleton className="h-12 w-full" />
        )}
        {source === "day" && query.error !== null && (
          <p className="text-bad text-ui">{query.error.message}</p>
        )}
        {trace.samples.length === 0 ? (
          (source === "surge" || query.data !== undefined) && (
            <p className="text-ink-2 text-ui">
              {source === "surge"
                ? "Give numbers that are not below 0."
                : "Nothing was measured in the last 24 hours, so there is nothing to try it on."}
            </p>
          )
        ) : (
          <TrialResult
            now={{ policy, outcome: replay(policy, trace, startedWith) }}
            draft={
              draft === null ? null : { policy: draft, outcome: replay(draft, trace, startedWith) }
            }
            instance={instance}
            allowedMs={allowed}
            zone={source === "surge" ? "UTC" : zone}
            locale={locale}
          />
        )}
        <p className="max-w-prose text-ink-2 text-small">
          {isShared
            ? `The CPU of all web servers together is shared by as many as the rule would have had; how long one waits for them is worked out as for a queue with that many servers (Erlang C), against ${allowedWords}.`
            : `The backlog is taken as it was: how much sooner more workers would have done it, no record can say. A job waits for all that lies before it, against ${allowedWords}.`}
        </p>
      </div>
    </Card>
  );
}
