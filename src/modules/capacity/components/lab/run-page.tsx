"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { fullTime } from "@/ui/format/time";
import { Select } from "@/ui/select";
import { TextLink } from "@/ui/text-link";
import { benchmarkCard } from "../../rules/lab/benchmark-card";
import { judgedByWords } from "../../rules/lab/judged-by";
import { AnswerPage } from "../answer-page";
import type { Health } from "../process-health";
import { saveFile } from "../save-file";
import type { PageProps } from "./lab-page";
import { foundWords, isOpen, type LabRun, labStateWords, optionsWords } from "./lab-words";
import { RunCharts } from "./run-charts";
import { Circumstances, LevelFigures, OperationFigures, RunEnd } from "./run-figures";

const refreshMs = 5_000;

function answerOf(run: LabRun, locale: string): { health: Health; sentence: string } {
  if (run.found === null)
    return {
      health: isOpen(run) ? "ok" : "unknown",
      sentence: `${labStateWords[run.state]}: ${optionsWords(run.options, locale)}.`,
    };
  const verdict = run.found.holds ? "Every threshold held" : "A threshold broke";
  return {
    health: run.found.holds ? "ok" : "warning",
    sentence: `${verdict}: ${foundWords(run.found, locale)}.`,
  };
}

/** One run: the verdict, what gave way first, each operation against its budget, and another beside it. */
export function RunPage({ id, zone, locale }: PageProps & { id: string }) {
  const query = trpc.capacity.loadRun.useQuery(
    { id },
    { refetchInterval: ({ state }) => (state.data && isOpen(state.data.run) ? refreshMs : false) },
  );
  const others = trpc.capacity.loadRuns.useQuery();
  const [otherId, setOtherId] = useState("");
  const other = trpc.capacity.loadRun.useQuery({ id: otherId }, { enabled: otherId !== "" });
  const nameOf = (run: LabRun) =>
    `${optionsWords(run.options, locale)}, ${fullTime(new Date(run.askedAt), { zone, locale })}`;
  const run = query.data?.run;
  const report = query.data?.report ?? null;
  const known = [
    { name: "This run", found: query.data },
    { name: "The other run", found: otherId === "" ? undefined : other.data },
  ];
  const reports = known.flatMap(({ name, found }) =>
    found === undefined || found.report === null
      ? []
      : [{ name, report: found.report, judgedBy: found.run.judgedBy }],
  );
  const choices = (others.data?.runs ?? []).filter((each) => each.found !== null && each.id !== id);
  return (
    <AnswerPage
      title="Load run"
      answer={run === undefined ? undefined : answerOf(run, locale)}
      query={query}
    >
      <p className="flex flex-wrap gap-x-4 text-ui">
        <TextLink href="/admin/load">All runs</TextLink>
        <TextLink href="/admin/planner">Plan with what it found</TextLink>
        {run?.found != null && (
          <span>
            Judged by {judgedByWords(run.judgedBy)}, as it counted when the run began:{" "}
            <TextLink href="/admin/figures">Figures</TextLink>
          </span>
        )}
      </p>
      {run !== undefined && report === null && <p className="text-ui">{run.says ?? ""}</p>}
      {run !== undefined && report !== null && (
        <>
          <div className="flex flex-wrap items-end gap-4">
            <Button
              onClick={() =>
                saveFile(
                  `benchmark-${report.options.scenario}.html`,
                  "text/html",
                  benchmarkCard(report, run.judgedBy),
                )
              }
            >
              Save the benchmark card
            </Button>
            <Button
              onClick={() =>
                saveFile(
                  `benchmark-${report.options.scenario}.json`,
                  "application/json",
                  `${JSON.stringify({ ...report, judgedBy: run.judgedBy }, null, 2)}\n`,
                )
              }
            >
              Save as JSON
            </Button>
            {choices.length > 0 && (
              <Field label="Compare with" className="w-full max-w-small">
                {(control) => (
                  <Select
                    {...control}
                    value={otherId}
                    onChange={({ target }) => setOtherId(target.value)}
                    options={[
                      { value: "", label: "No other run" },
                      ...choices.map((each) => ({ value: each.id, label: nameOf(each) })),
                    ]}
                  />
                )}
              </Field>
            )}
          </div>
          {otherId !== "" && other.error !== null && (
            <p className="text-bad text-ui">{other.error.message}</p>
          )}
          <RunEnd reports={reports} locale={locale} />
          <Card title="Over the run">
            <div className="flex flex-col gap-4">
              <RunCharts
                runs={reports.map((each) => ({
                  name: each.name,
                  windows: each.report.windows,
                  judgedBy: each.judgedBy,
                }))}
                zone={zone}
                locale={locale}
              />
            </div>
          </Card>
          <LevelFigures reports={reports} locale={locale} />
          <OperationFigures reports={reports} locale={locale} />
          <Circumstances reports={reports} locale={locale} />
        </>
      )}
    </AnswerPage>
  );
}
