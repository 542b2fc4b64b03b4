"use client";

import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { SkeletonRows } from "@/ui/skeleton";
import { AnswerPage } from "../answer-page";
import { IncidentList } from "./incident-list";
import { incidentsSentence } from "./incident-words";

const refreshMs = 10_000;

interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

/** What is wrong, since when, and who knows; then what was. */
export function IncidentsPage({ zone, locale }: PageProps) {
  const open = trpc.capacity.incidents.useQuery({ which: "open" }, { refetchInterval: refreshMs });
  const past = trpc.capacity.incidents.useInfiniteQuery(
    { which: "past" },
    { getNextPageParam: (page) => page.next ?? undefined, refetchInterval: refreshMs },
  );
  const over = past.data?.pages.flatMap((page) => page.incidents);
  const now = open.data?.incidents;
  return (
    <AnswerPage
      title="Incidents"
      answer={now === undefined ? undefined : incidentsSentence(now)}
      query={open}
    >
      {now !== undefined && now.length > 0 && (
        <IncidentList label="Open incidents" incidents={now} {...{ zone, locale }} />
      )}
      <section className="flex flex-col gap-3">
        <h2 className="text-heading">Past</h2>
        {over === undefined && <SkeletonRows rows={4} label="Loading past incidents" />}
        {over?.length === 0 && (
          <EmptyState title="No past incidents">
            What stays wrong for a while is raised here, and stays with its line for 400 days.
          </EmptyState>
        )}
        {over !== undefined && over.length > 0 && (
          <IncidentList label="Past incidents" incidents={over} {...{ zone, locale }} />
        )}
        {past.hasNextPage && (
          <Button className="self-start" onClick={() => void past.fetchNextPage()}>
            Show more
          </Button>
        )}
      </section>
    </AnswerPage>
  );
}
