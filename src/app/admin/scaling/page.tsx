import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScalingPage } from "@/modules/capacity/components/scaling/scaling-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Scaling" };

export default async function AdminScalingPage() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.capacity.scaling.prefetch(),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <ScalingPage zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
