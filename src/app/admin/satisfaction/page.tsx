import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SatisfactionPage } from "@/modules/satisfaction/components/admin/satisfaction-page";
import { MeProvider } from "@/modules/tickets/components/me";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Satisfaction" };

export default async function SatisfactionPageRoute() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.satisfaction.summary.prefetch({ days: 30 }),
    helpers.satisfaction.settings.prefetch(),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <MeProvider me={me}>
        <SatisfactionPage />
      </MeProvider>
    </HydrationBoundary>
  );
}
