"use client";

import { durationWords } from "@/ui/format/duration";
import { numberWords, percentWords } from "@/ui/format/number";
import { clockTime } from "@/ui/format/time";
import { LateChart } from "@/ui/late-chart";
import { consequencesOf, type Instance } from "../../rules/scaling/consequences";
import type { Outcome } from "../../rules/scaling/replay";
import type { StepPolicy } from "../../rules/step-policy";
import { FigureTable } from "../figure-table";
import type { PageProps } from "./scaling-page";

interface Tried {
  readonly policy: StepPolicy;
  readonly outcome: Outcome;
}

interface TrialResultProps extends PageProps {
  /** What one more costs and does; null while that makes no sense. */
  readonly instance: Instance | null;
  /** How long one may wait for it. */
  readonly allowedMs: number;
  readonly now: Tried;
  readonly draft: Tried | null;
}

const stepsShownMax = 50;

/** Two rules on the same load: how many, how long above, what it costs, and each step with its reason. */
export function TrialResult({ now, draft, instance, allowedMs, zone, locale }: TrialResultProps) {
  const tried = [
    { name: "The rule that counts", ...now },
    ...(draft === null ? [] : [{ name: "The rule you write", ...draft }]),
  ];
  const isCpu = now.policy.metric === "cpu";
  const number = (value: number) => numberWords(Math.round(value * 10) / 10, locale);
  const lines = (readOf: (point: Outcome["points"][number]) => number) =>
    tried.map(({ name, outcome }) => ({
      label: name,
      points: outcome.points.map((point) => ({ atMs: point.at * 1_000, value: readOf(point) })),
    }));
  const time = (seconds: number) =>
    seconds === 0 ? "Never" : durationWords(seconds * 1_000, locale);
  const consequenceCells = (outcome: Outcome) => {
    const hours = number(outcome.instanceHours);
    if (instance === null) return ["–", "–", "–", hours, "–"];
    const found = consequencesOf(outcome.points, instance, allowedMs);
    return [
      isCpu ? percentWords(found.saturationMax / 100, locale) : number(found.saturationMax),
      found.secondsBreached === null
        ? "–"
        : found.waitMsP95 === null
          ? "Without end"
          : `${number(found.waitMsP95)} ms`,
      found.secondsBreached === null ? "–" : time(found.secondsBreached),
      hours,
      `$${numberWords(Math.round(found.dollars * 100) / 100, locale)}`,
    ];
  };
  const steps = tried.flatMap(({ name, outcome }) =>
    outcome.steps.map((step) => ({ name, ...step })),
  );
  return (
    <>
      <FigureTable
        caption="What each rule comes to"
        columns={[
          { title: "Rule" },
          { title: "Most at once", isFigure: true },
          { title: "Steps", isFigure: true },
          { title: "There and back within 30 min", isFigure: true },
          { title: "Above the threshold", isFigure: true },
          { title: isCpu ? "CPU at most" : "Most for each", isFigure: true },
          { title: "Wait, p95", isFigure: true },
          { title: "Waited too long", isFigure: true },
          { title: "Instance hours", isFigure: true },
          { title: "Cost", isFigure: true },
        ]}
        rows={tried.map(({ name, outcome }) => ({
          key: name,
          cells: [
            name,
            number(outcome.replicasMax),
            number(outcome.steps.length),
            number(outcome.flaps),
            time(outcome.secondsAbove),
            ...consequenceCells(outcome),
          ],
        }))}
      />
      <LateChart
        key={`value ${tried.length}`}
        titled
        label={isCpu ? "CPU of each server" : "Jobs waiting"}
        series={lines(({ value }) => value)}
        thresholds={[
          { label: "One more above", value: now.policy.scaleUp.above, tone: "warn" },
          ...(now.policy.scaleDown === undefined
            ? []
            : [
                {
                  label: "One fewer below",
                  value: now.policy.scaleDown.below,
                  tone: "good" as const,
                },
              ]),
        ]}
        unitWords={(value) => `${number(value)}${isCpu ? "%" : ""}`}
        zone={zone}
        locale={locale}
      />
      <LateChart
        key={`replicas ${tried.length}`}
        titled
        label="How many run"
        series={lines(({ replicas }) => replicas)}
        heightPx={120}
        unitWords={number}
        zone={zone}
        locale={locale}
      />
      {now.outcome.secondsUnmeasured > 0 && (
        <p className="text-ink-2 text-ui">
          For {time(now.outcome.secondsUnmeasured)} of it nobody measured. No rule asks for anything
          there, and afterwards what it looks at has to hold anew.
        </p>
      )}
      {steps.length === 0 ? (
        <p className="text-ui">Neither goes up or down: nothing stays above or below for long.</p>
      ) : (
        <FigureTable
          caption="Each step with its reason"
          columns={[
            { title: "When" },
            { title: "Rule" },
            { title: "Then", isFigure: true },
            { title: "Why" },
          ]}
          rows={steps.slice(0, stepsShownMax).map(({ name, at, replicas, reason }) => ({
            key: `${name} ${at}`,
            cells: [
              clockTime(new Date(at * 1_000), { zone, locale }),
              name,
              number(replicas),
              reason,
            ],
          }))}
        />
      )}
      {steps.length > stepsShownMax && (
        <p className="text-ink-2 text-small">
          The first {stepsShownMax} of {number(steps.length)} steps are shown.
        </p>
      )}
    </>
  );
}
