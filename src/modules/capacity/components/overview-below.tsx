"use client";

import { trpc } from "@/trpc/client";
import { Card } from "@/ui/card";
import { HealthGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { budgetWords, healthOfBudget } from "./objectives-words";
import { LateCard } from "./support/late-card";

const refreshMs = 30_000;
const shownMax = 3;

interface BelowProps {
  readonly zone: string;
  readonly locale: string;
}

/** Which promises break first, what scaling did last, and why we were late; each leads to its page. */
export function OverviewBelow({ zone, locale }: BelowProps) {
  const now = useNow(refreshMs);
  const objectives = trpc.capacity.objectives.useQuery(undefined, { refetchInterval: refreshMs });
  const scaling = trpc.capacity.scalingDecisions.useQuery(undefined, {
    refetchInterval: refreshMs,
  });
  const steps = scaling.data?.decisions.filter(({ kind }) => kind !== "unmeasured");
  return (
    <div className="grid gap-4 lg:grid-cols-2 wide:grid-cols-3">
      <Card title="Promises with the least budget left">
        <ul className="flex flex-col gap-2 text-ui">
          {objectives.data?.objectives.slice(0, shownMax).map((view) => (
            <li key={view.name} className="flex flex-wrap items-center gap-x-2">
              <HealthGlyph health={healthOfBudget(view)} />
              <span className="min-w-0 flex-1 break-words">{view.promise.words}</span>
              <span className="text-ink-2 tabular-nums">{budgetWords(view, locale)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-ui">
          <TextLink href="/admin/objectives">All promises</TextLink>
        </p>
      </Card>
      <Card title="What scaling did last">
        {steps?.length === 0 && (
          <p className="text-ink-2 text-ui">No rule asked for a change in the last three days.</p>
        )}
        <ul className="flex flex-col gap-2 text-ui">
          {steps?.slice(0, shownMax).map(({ subject, at, kind, reason }) => (
            <li key={`${subject} ${at}`} className="break-words">
              <Time value={at} now={now} zone={zone} locale={locale} />
              {kind === "held" ? `, held: ${subject}, ${reason}` : `, ${subject}: ${reason}`}
            </li>
          ))}
        </ul>
        <p className="mt-3 text-ui">
          <TextLink href="/admin/scaling">All decisions, and the rules</TextLink>
        </p>
      </Card>
      <LateCard locale={locale} />
    </div>
  );
}
