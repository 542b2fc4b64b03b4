"use client";

import { useEffect, useEffectEvent } from "react";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { numberWords, percentWords } from "@/ui/format/number";
import { Skeleton } from "@/ui/skeleton";
import { metrics } from "../../rules/metrics";
import { metricWords } from "../../rules/words";
import type { ReadForm } from "./policy-form";

interface PolicyPreviewProps {
  readonly draft: ReadForm;
  readonly policyId: string | null;
  readonly locale: string;
  readonly onRefused: (error: unknown) => void;
}

type Preview = RouterOutputs["sla"]["preview"];

/** What the draft would have meant for the tickets of the last 30 days. */
export function PolicyPreview({ draft, policyId, locale, onRefused }: PolicyPreviewProps) {
  const query = trpc.sla.preview.useQuery({ ...draft, policyId }, { retry: false, gcTime: 0 });
  const refuse = useEffectEvent(onRefused);
  useEffect(() => {
    if (query.error) refuse(query.error);
  }, [query.error]);
  if (query.error) return null;
  if (query.data === undefined) return <Skeleton className="h-24 w-full" />;
  return (
    <section aria-label="The last 30 days" className="rounded-card bg-sunken p-4">
      <p role="status" className="text-heading">
        {sentenceOf(query.data, locale)}
      </p>
      <p className="mt-1 text-ink-2 text-ui">{basisOf(query.data, locale)}</p>
      <Table preview={query.data} locale={locale} />
    </section>
  );
}

const oneDigit = (share: number | null, locale: string) =>
  share === null ? "–" : percentWords(share, locale);

function sentenceOf({ before, after }: Preview, locale: string): string {
  if (after.share === null) return "Too few promises were decided to say what it would have meant.";
  if (before.share === null) return `Would have met ${oneDigit(after.share, locale)}.`;
  return `Would have met ${oneDigit(after.share, locale)} instead of ${oneDigit(before.share, locale)}.`;
}

function basisOf({ tickets, isCut, fitting }: Preview, locale: string): string {
  const count = numberWords(tickets, locale);
  const which = isCut
    ? `The newest ${count} tickets of the last 30 days`
    : `All ${count} tickets of the last 30 days`;
  return `${which}, read by all policies in their order; this one takes ${numberWords(fitting, locale)} of them. Clocks that still run are left out.`;
}

function Table({ preview, locale }: { preview: Preview; locale: string }) {
  const figure = ({ met, decided }: { met: number; decided: number }) =>
    decided === 0 ? "–" : `${numberWords(met, locale)} of ${numberWords(decided, locale)}`;
  return (
    <table className="mt-2 w-full text-ui tabular-nums">
      <caption className="sr-only">Promises kept, as it is and as it would have been</caption>
      <thead className="text-ink-2 text-small">
        <tr>
          <th scope="col" className="text-start">
            Kept
          </th>
          <th scope="col" className="text-end">
            As it is
          </th>
          <th scope="col" className="text-end">
            With this
          </th>
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric) => (
          <tr key={metric}>
            <th scope="row" className="py-1 text-start font-normal">
              {metricWords[metric]}
            </th>
            <td className="text-end">{figure(preview.before.byMetric[metric])}</td>
            <td className="text-end">{figure(preview.after.byMetric[metric])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
