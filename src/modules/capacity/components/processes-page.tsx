"use client";

import { trpc } from "@/trpc/client";
import { ErrorState } from "@/ui/error-state";
import { bytesWords, numberWords, percentWords } from "@/ui/format/number";
import { HealthGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { Skeleton } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { WideTable } from "@/ui/wide-table";
import { answerOf, healthOf, type ProcessRow } from "./process-health";

const refreshMs = 10_000;

interface ProcessesPageProps {
  readonly zone: string;
  readonly locale: string;
}

/** Is anything wrong? The answer first, then every process with what it said last. */
export function ProcessesPage({ zone, locale }: ProcessesPageProps) {
  const query = trpc.capacity.processes.useQuery(undefined, { refetchInterval: refreshMs });
  const processes = query.data?.processes;
  if (processes === undefined && query.error)
    return (
      <ErrorState title="Nothing measured" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    );
  const answer = processes === undefined ? undefined : answerOf(processes);
  return (
    <div className="flex min-w-0 flex-col gap-6 p-4 md:p-6">
      <h1 className="sr-only">Processes</h1>
      {answer === undefined ? (
        <Skeleton className="h-8 w-80" />
      ) : (
        <p role="status" className="flex items-center gap-3 text-title">
          <HealthGlyph health={answer.health} className="size-6" />
          {answer.sentence}
        </p>
      )}
      {query.isError && processes !== undefined && (
        <p className="text-ui text-warn">The last question was not answered. This is older.</p>
      )}
      {processes !== undefined && (
        <ProcessTable processes={processes} zone={zone} locale={locale} />
      )}
    </div>
  );
}

const cell = "px-3 py-2 text-start align-top";
const figure = "px-3 py-2 text-end align-top tabular-nums";

function ProcessTable(props: ProcessesPageProps & { processes: readonly ProcessRow[] }) {
  const { processes, zone, locale } = props;
  const now = useNow(refreshMs);
  const at = { now, zone, locale };
  return (
    <WideTable label="Processes">
      <table className="w-full text-ui">
        <caption className="sr-only">Every process, what it said last and what it uses</caption>
        <thead className="border-line border-b text-ink-2 text-small">
          <tr>
            <th scope="col" className={cell}>
              State
            </th>
            <th scope="col" className={cell}>
              Process
            </th>
            <th scope="col" className={cell}>
              Where
            </th>
            <th scope="col" className={cell}>
              Running since
            </th>
            <th scope="col" className={cell}>
              Said last
            </th>
            <th scope="col" className={figure}>
              CPU, of one core
            </th>
            <th scope="col" className={figure}>
              Memory
            </th>
          </tr>
        </thead>
        <tbody>
          {processes.map((process) => {
            const { health, says } = healthOf(process);
            return (
              <tr key={process.id} className="border-line border-b last:border-b-0">
                <td className={cell}>
                  <span className="flex items-center gap-2">
                    <HealthGlyph health={health} name="" />
                    {says}
                  </span>
                </td>
                <th scope="row" className={`${cell} font-semibold`}>
                  {process.kind}
                  <span className="ms-2 font-normal text-ink-2">{process.version}</span>
                </th>
                <td className={`${cell} tabular-nums`}>
                  {process.host}:{process.port}
                  <span className="ms-2 text-ink-2">pid {process.pid}</span>
                </td>
                <td className={cell}>
                  <Time value={process.startedAtMs} {...at} />
                </td>
                <td className={cell}>
                  <Time value={process.atMs} {...at} />
                </td>
                <td className={figure}>
                  {process.silent
                    ? numberWords(null, locale)
                    : percentWords(process.cpuShare, locale)}
                </td>
                <td className={figure}>
                  {process.silent
                    ? numberWords(null, locale)
                    : bytesWords(process.rssBytes, locale)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}
