import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IncidentPage } from "@/modules/capacity/components/incidents/incident-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { isId } from "@/platform/ids";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Incident" };

export default async function AdminIncidentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin" || !isId(id)) notFound();
  const helpers = await prefetchHelpers();
  const [me, known] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.capacity.incident.fetch({ id }).catch(() => null),
  ]);
  if (known === null) notFound();
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <IncidentPage id={id} zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
