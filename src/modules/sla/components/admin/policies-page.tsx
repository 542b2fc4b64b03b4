"use client";

import { lazy, Suspense, useState } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { ErrorState } from "@/ui/error-state";
import { Skeleton } from "@/ui/skeleton";
import { PolicyList } from "./policy-list";
import { RecomputeLine } from "./recompute-line";

const PolicyEditor = lazy(() => import("./policy-editor"));

export type PolicySettings = RouterOutputs["sla"]["policies"];
export type PolicyRow = PolicySettings["policies"][number];

/** Which promise applies? The answer, the numbered list, and what the last change moved. */
export function PoliciesPage({ locale }: { locale: string }) {
  const query = trpc.sla.policies.useQuery();
  const [edited, setEdited] = useState<PolicyRow | "new" | null>(null);
  if (query.data === undefined && query.error) {
    const { words, reference } = readError(query.error);
    return (
      <ErrorState
        title="The policies could not be loaded"
        reference={reference}
        onRetry={() => void query.refetch()}
      >
        {words}
      </ErrorState>
    );
  }
  return (
    <div className="flex min-w-0 max-w-page flex-col gap-4 p-4 md:p-6">
      <h1 className="sr-only">SLA policies</h1>
      {query.data === undefined ? (
        <Skeleton className="h-8 w-80" />
      ) : (
        <p className="text-title">{answerOf(query.data)}</p>
      )}
      <RecomputeLine locale={locale} />
      {query.data && <PolicyList policies={query.data.policies} onEdit={setEdited} />}
      <Button className="self-start" onClick={() => setEdited("new")}>
        New policy
      </Button>
      {edited !== null && query.data && (
        <Suspense>
          <PolicyEditor
            key={edited === "new" ? "new" : edited.id}
            policy={edited === "new" ? null : edited}
            calendars={query.data.calendars}
            locale={locale}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

function answerOf({ policies }: PolicySettings): string {
  if (policies.length === 0) return "Nothing is promised: there is no policy.";
  const broken = policies.filter((policy) => policy.trouble !== null).length;
  if (broken > 0) return `${broken} of ${policies.length} policies never apply; see why below.`;
  const last = policies.at(-1);
  return last?.filter === ""
    ? `Every ticket is promised something: the first policy that fits applies, “${last.name}” takes the rest.`
    : "The first policy that fits applies. Tickets that fit none are promised nothing.";
}
