import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IncidentsPage } from "@/modules/capacity/components/incidents/incidents-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Incidents" };

export default async function AdminIncidentsPage() {
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.capacity.incidents.prefetch({ which: "open" }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <IncidentsPage zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
