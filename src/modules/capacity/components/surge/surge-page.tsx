"use client";

import { trpc } from "@/trpc/client";
import { HealthGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { AnswerPage } from "../answer-page";
import { FigureTable } from "../figure-table";
import { SurgeSwitch } from "./surge-switch";
import { shedList, surgeSentence } from "./surge-words";

const refreshMs = 5_000;

interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

/** What is left undone now and why, in which order it would be, and the switch. */
export function SurgePage({ zone, locale }: PageProps) {
  const query = trpc.capacity.surge.useQuery(undefined, { refetchInterval: refreshMs });
  const now = useNow(refreshMs);
  const when = { now, zone, locale };
  const surge = query.data;
  return (
    <AnswerPage
      title="Surge mode"
      answer={surge === undefined ? undefined : surgeSentence(surge)}
      query={query}
    >
      {surge !== undefined && (
        <>
          <div className="text-ui">
            <p>{`Measured: ${surge.auto.says === "" ? "nothing yet" : surge.auto.says}.`}</p>
            {surge.hand !== null && (
              <p>
                {`${surge.hand.by} chose it: ${surge.hand.says}. It goes back by itself at `}
                <Time value={surge.hand.until} {...when} style="moment" />.
              </p>
            )}
          </div>
          <section className="flex flex-col gap-3">
            <h2 className="text-heading">What rests, in this order</h2>
            <ol className="flex flex-col rounded-card border border-line bg-surface">
              {shedList(surge.level).map(({ sheds, words, level, rests }) => (
                <li
                  key={sheds}
                  className="flex items-center gap-3 border-line border-b px-4 py-2 text-ui last:border-b-0"
                >
                  <HealthGlyph health={rests ? "warning" : "ok"} name="" />
                  <span className="min-w-0 flex-1">{words}</span>
                  <span className="text-ink-2 text-small">
                    {rests ? "Rests now" : `From level ${level}`}
                  </span>
                </li>
              ))}
            </ol>
            <p className="text-ink-2 text-ui">Replies, asking and signing in never rest.</p>
          </section>
          <SurgeSwitch hand={surge.hand !== null} onDone={() => void query.refetch()} />
          <section className="flex flex-col gap-3">
            <h2 className="text-heading">Last changes</h2>
            {surge.changes.length === 0 ? (
              <p className="text-ink-2 text-ui">Nothing has rested yet.</p>
            ) : (
              <FigureTable
                caption="Last changes of surge mode"
                columns={[
                  { title: "When" },
                  { title: "Level", isFigure: true },
                  { title: "By" },
                  { title: "Why" },
                  { title: "Until" },
                ]}
                rows={surge.changes.map((change) => ({
                  key: change.id,
                  cells: [
                    <Time key="at" value={change.at} {...when} />,
                    change.level,
                    change.by ?? "Itself",
                    change.says,
                    change.until === null ? (
                      "What is measured changes"
                    ) : (
                      <Time key="until" value={change.until} {...when} style="moment" />
                    ),
                  ],
                }))}
              />
            )}
          </section>
        </>
      )}
    </AnswerPage>
  );
}
