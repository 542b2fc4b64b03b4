import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LeftActionsCard } from "@/modules/bulk/components/admin/left-actions-card";
import { PersonPage } from "@/modules/identity/components/people/person-page";
import { HandoverCard } from "@/modules/tickets/components/handover-card";
import { isId } from "@/platform/ids";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Person" };

export default async function AdminPersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin" || !isId(id)) notFound();
  const helpers = await prefetchHelpers();
  const known = await helpers.identity.person.fetch({ userId: id }).catch(() => null);
  if (known === null) notFound();
  await Promise.all([
    helpers.tickets.handover.prefetch({ fromId: id }),
    helpers.identity.agents.prefetch({}),
    helpers.bulk.left.prefetch({ personId: id }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <PersonPage userId={id}>
        <HandoverCard fromId={id} />
        <LeftActionsCard personId={id} />
      </PersonPage>
    </HydrationBoundary>
  );
}
