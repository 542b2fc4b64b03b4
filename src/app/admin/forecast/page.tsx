import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ForecastPage } from "@/modules/capacity/components/forecast/forecast-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Forecast" };

export default async function AdminForecastPage() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.capacity.forecast.prefetch({}),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <ForecastPage locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
