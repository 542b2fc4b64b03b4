import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { DraftsScreen } from "@/modules/views/components/drafts-screen";
import { prefetchHelpers } from "@/trpc/server";

export const metadata: Metadata = { title: "Drafts" };

export default async function DraftsPage() {
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
    helpers.drafts.list.prefetch(),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <DraftsScreen />
    </HydrationBoundary>
  );
}
