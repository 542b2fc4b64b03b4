"use client";

import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { AnswerPage } from "../answer-page";
import { FigureTable } from "../figure-table";
import { foundWords, isOpen, labAnswer, labStateWords, optionsWords } from "./lab-words";
import { LiveRun } from "./live-run";
import { StartRun } from "./start-run";

const refreshMs = 10_000;
const watchMs = 2_000;

export interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

/** What does this installation carry? Runs on a database of their own: started, watched, kept. */
export function LabPage({ zone, locale }: PageProps) {
  const query = trpc.capacity.loadRuns.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.runs.some(isOpen) ? watchMs : refreshMs),
  });
  const utils = trpc.useUtils();
  const remove = trpc.capacity.removeLoadRun.useMutation();
  const { change } = useChange();
  const now = useNow(refreshMs);
  const runs = query.data?.runs;
  const open = runs?.find(isOpen);
  return (
    <AnswerPage
      title="Load lab"
      answer={runs === undefined ? undefined : labAnswer(runs, locale)}
      query={query}
    >
      {open === undefined ? (
        runs !== undefined && <StartRun locale={locale} />
      ) : (
        <LiveRun run={open} progress={query.data?.progress ?? null} zone={zone} locale={locale} />
      )}
      {runs !== undefined && runs.length > 0 && (
        <FigureTable
          caption="Runs, the newest first"
          columns={[
            { title: "Run" },
            { title: "State" },
            { title: "Found" },
            { title: "Asked for" },
            { title: "To do" },
          ]}
          rows={runs.map((run) => ({
            key: run.id,
            cells: [
              <TextLink key="run" href={`/admin/load/${run.id}`}>
                {optionsWords(run.options, locale)}
              </TextLink>,
              run.found === null
                ? labStateWords[run.state]
                : run.found.holds
                  ? "Every threshold held"
                  : "A threshold broke",
              run.found === null ? (run.says ?? "–") : foundWords(run.found, locale),
              <span key="by">
                <Time value={run.askedAt} now={now} zone={zone} locale={locale} /> by {run.by}
              </span>,
              isOpen(run) ? (
                "–"
              ) : (
                <Button
                  key="remove"
                  variant="quiet"
                  onClick={() =>
                    void change(
                      ({ commandId }) => remove.mutateAsync({ commandId, runId: run.id }),
                      {
                        done: "The run is removed; what the planner took from it stays there",
                        next: () => void utils.capacity.loadRuns.invalidate(),
                      },
                    )
                  }
                >
                  Remove
                  <span className="sr-only">
                    {" "}
                    {optionsWords(run.options, locale)}, {run.askedAt}
                  </span>
                </Button>
              ),
            ],
          }))}
        />
      )}
      <p className="max-w-prose text-ink-2 text-small">
        What a run finds goes to the <TextLink href="/admin/planner">planner</TextLink> by itself.
        The same scenarios run from a terminal with npm run load, and with k6 from load/scenarios.
      </p>
    </AnswerPage>
  );
}
