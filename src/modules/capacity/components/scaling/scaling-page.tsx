"use client";

import { lazy, Suspense, useState } from "react";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { Skeleton } from "@/ui/skeleton";
import { manifestOf } from "../../rules/scaling/manifest";
import { engineLimits, policyWords } from "../../rules/scaling/policy-words";
import { AnswerPage } from "../answer-page";
import { FigureTable } from "../figure-table";
import type { Health } from "../process-health";
import { saveFile } from "../save-file";
import { DecisionLog } from "./decision-log";
import { PolicyVersions } from "./policy-versions";

// It checks what is written as the server does; the page is there before that.
const PolicyEditor = lazy(async () => {
  const { PolicyEditor: Editor } = await import("./policy-editor");
  return { default: Editor };
});

export type Scaled = RouterOutputs["capacity"]["scaling"]["subjects"][number];
export interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

const subjectWords: Readonly<Record<Scaled["subject"], string>> = {
  web: "Web servers",
  realtime: "Realtime servers",
  "sla-checks": "Workers for sla-checks",
  notifications: "Workers for notifications",
  analytics: "Workers for analytics",
};

function sentenceOf(subjects: readonly Scaled[]): { health: Health; sentence: string } {
  const own = subjects.filter(({ isFounding }) => !isFounding);
  if (own.length === 0)
    return { health: "ok", sentence: "Everything is scaled by the founding rules." };
  const names = own.map(({ subject }) => subjectWords[subject].toLowerCase()).join(", ");
  return { health: "ok", sentence: `Scaled by rules of your own: ${names}.` };
}

/** Why this many, and what next? The rules, what they would have done, and what was changed. */
export function ScalingPage({ zone, locale }: PageProps) {
  const query = trpc.capacity.scaling.useQuery();
  const subjects = query.data?.subjects;
  const [chosen, setChosen] = useState<Scaled["subject"]>("web");
  const shown = subjects?.find(({ subject }) => subject === chosen);
  return (
    <AnswerPage
      title="Scaling"
      answer={subjects === undefined ? undefined : sentenceOf(subjects)}
      query={query}
    >
      <FigureTable
        caption="What scales, and by which rule"
        columns={[{ title: "What" }, { title: "Rule" }, { title: "From" }]}
        rows={(subjects ?? []).map(({ subject, policy, isFounding, version }) => ({
          key: subject,
          cells: [
            subjectWords[subject],
            policyWords(policy),
            isFounding ? "Founding document" : `Version ${version}`,
          ],
        }))}
      />
      <DecisionLog zone={zone} locale={locale} />
      <Field label="Change or try the rule of" className="max-w-small">
        {(control) => (
          <Select
            {...control}
            value={chosen}
            onChange={({ target }) => {
              const next = subjects?.find(({ subject }) => subject === target.value);
              if (next !== undefined) setChosen(next.subject);
            }}
            options={(subjects ?? []).map(({ subject }) => ({
              value: subject,
              label: subjectWords[subject],
            }))}
          />
        )}
      </Field>
      {shown !== undefined && (
        <>
          <Suspense fallback={<Skeleton className="h-40 w-full" />}>
            <PolicyEditor
              key={`${shown.subject} ${shown.version}`}
              scaled={shown}
              zone={zone}
              locale={locale}
            />
          </Suspense>
          <PolicyVersions scaled={shown} zone={zone} locale={locale} />
        </>
      )}
      <Card title="HPA and KEDA, and what they cannot say">
        <p className="mb-3 max-w-prose text-ui">
          In a cluster they carry the founding rules out: deploy/kubernetes/medium and large,
          4-scaling.yaml. What is changed here does not reach them by itself: take the rule along.
        </p>
        {shown !== undefined && (
          <Button
            className="mb-3"
            onClick={() =>
              saveFile(
                `scaling-${shown.subject}.yaml`,
                "application/yaml",
                manifestOf(shown.subject, shown.policy),
              )
            }
          >
            Save the rule of {subjectWords[shown.subject]} as a manifest
          </Button>
        )}
        <ul className="flex max-w-prose list-disc flex-col gap-1 ps-5 text-ui">
          {engineLimits.map(({ engine, says }) => (
            <li key={says}>
              <strong>{engine}</strong>: {says}
            </li>
          ))}
        </ul>
      </Card>
    </AnswerPage>
  );
}
