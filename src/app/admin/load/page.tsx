import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LabPage } from "@/modules/capacity/components/lab/lab-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Load lab" };

export default async function AdminLoadPage() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.capacity.loadRuns.prefetch(),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <LabPage zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
