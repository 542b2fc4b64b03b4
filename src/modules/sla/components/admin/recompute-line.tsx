"use client";

import { type RouterOutputs, trpc } from "@/trpc/client";
import { numberWords } from "@/ui/format/number";
import { Progress } from "@/ui/progress";

const lookMs = 1_500;
const idleMs = 15_000;

type Run = NonNullable<RouterOutputs["sla"]["recompute"]["latest"]>;

/** What the last change did to open clocks: while it goes on, how far it is. */
export function RecomputeLine({ locale }: { locale: string }) {
  const query = trpc.sla.recompute.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.latest?.endedAt === null ? lookMs : idleMs),
  });
  const run = query.data?.latest;
  if (run === undefined || run === null) return null;
  return run.endedAt === null ? (
    <Going run={run} locale={locale} />
  ) : (
    <p className="text-ink-2 text-ui">{overWords(run, locale)}</p>
  );
}

function overWords(run: Run, locale: string): string {
  const [checked, moved] = [run.checkedCount, run.movedCount].map((n) => numberWords(n, locale));
  const why = {
    installed: "When the clocks were set up,",
    policies: "After the last change of a policy,",
    calendars: "After the last change of a calendar,",
    zone_data: "After a new time zone database,",
  }[run.reason];
  return `${why} ${checked} tickets were looked at, and the times of ${moved} changed.`;
}

function Going({ run, locale }: { run: Run; locale: string }) {
  const { checkedCount, movedCount, totalCount } = run;
  const words = (n: number) => numberWords(n, locale);
  return (
    <div className="flex max-w-medium flex-col gap-1">
      <p role="status" className="text-ink-2 text-ui">
        Reading open clocks again: {words(checkedCount)} of{" "}
        {totalCount === null ? "–" : words(totalCount)}; {words(movedCount)} moved so far
      </p>
      <Progress
        value={checkedCount}
        max={Math.max(totalCount ?? 1, 1)}
        label="Open clocks read again"
      />
    </div>
  );
}
