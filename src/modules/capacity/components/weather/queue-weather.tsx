"use client";

import { type RouterOutputs, trpc } from "@/trpc/client";
import { durationWords } from "@/ui/format/duration";
import { percentWords } from "@/ui/format/number";
import { sayableMs } from "../../rules/weather/sayable";

const refreshMs = 300_000;
type View = RouterOutputs["capacity"]["queueWeather"]["queues"][number];

/** How long a first reply takes now, in a line that opens to what it rests on; nothing where it cannot be told. */
export function QueueWeather({ locale }: { locale: string }) {
  const query = trpc.capacity.queueWeather.useQuery(undefined, { refetchInterval: refreshMs });
  const [first, ...others] = query.data?.queues ?? [];
  if (first === undefined) return null;
  return (
    <details className="text-ink-3 text-small">
      <summary className="min-h-6 truncate leading-6">{line(first, locale)}</summary>
      <ul className="py-1">
        {[first, ...others].map((view) => (
          <li key={view.team ?? ""}>
            {view === first ? "" : `${line(view, locale)}. `}
            {reason(view, locale)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function line({ team, msP50, msP90 }: View, locale: string): string {
  const [half, most] = [msP50, msP90].map((ms) => durationWords(sayableMs(ms), locale));
  const what = team === null ? "First reply" : `First reply, ${team}`;
  return `${what}: ${half}, 9 in 10 within ${most}`;
}

function reason({ backlog, tried, underP50, underP90 }: View, locale: string): string {
  const [half, most] = [percentWords(underP50, locale, 0), percentWords(underP90, locale, 0)];
  return `Half of those who ask now have a first reply within the first time, nine in ten within the second. ${backlog} wait for one. Of the last ${tried} replies ${half} came within the first time and ${most} within the second.`;
}
