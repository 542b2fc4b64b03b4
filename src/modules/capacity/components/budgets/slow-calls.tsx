"use client";

import { trpc } from "@/trpc/client";
import { bytesWords, numberWords } from "@/ui/format/number";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { FigureTable } from "../figure-table";
import { StatementPlan } from "./statement-plan";

interface SlowCallsProps {
  readonly zone: string;
  readonly locale: string;
}

const refreshMs = 60_000;

/** The slowest calls of the last day, each with what it asked of the database and sent back. */
export function SlowCalls({ zone, locale }: SlowCallsProps) {
  const query = trpc.capacity.slowCalls.useQuery(undefined, { refetchInterval: refreshMs });
  const now = useNow(refreshMs);
  const calls = query.data?.calls;
  const ms = (value: number) => `${numberWords(Math.round(value), locale)} ms`;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-heading">Slowest calls</h2>
      {query.error !== null && <p className="text-bad text-ui">{query.error.message}</p>}
      {calls?.length === 0 && (
        <p className="text-ink-2 text-ui">No call took longer than 50 ms in the last 24 hours.</p>
      )}
      {calls !== undefined && calls.length > 0 && (
        <FigureTable
          caption="Slowest calls of the last 24 hours, five of each operation"
          columns={[
            { title: "Operation" },
            { title: "When" },
            { title: "Took", isFigure: true },
            { title: "Statements", isFigure: true },
            { title: "In the database", isFigure: true },
            { title: "Answer", isFigure: true },
            { title: "Slowest statement" },
          ]}
          rows={calls.map((call) => ({
            key: call.id,
            cells: [
              call.operation,
              <Time key="at" value={call.at} now={now} zone={zone} locale={locale} />,
              ms(call.ms),
              numberWords(call.statements, locale),
              ms(call.statementsMs),
              bytesWords(call.payloadBytes, locale),
              call.slowestText === null ? (
                "None"
              ) : (
                <StatementPlan
                  key="plan"
                  summary={`${ms(call.slowestMs)}, how`}
                  text={call.slowestText}
                  plan={call.plan}
                />
              ),
            ],
          }))}
        />
      )}
    </section>
  );
}
