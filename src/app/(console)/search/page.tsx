import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { SearchScreen } from "@/modules/search/components/search-screen";
import { prefetchHelpers } from "@/trpc/server";

export const metadata: Metadata = { title: "Search" };

export default async function SearchPage() {
  const helpers = await prefetchHelpers();
  await Promise.all([helpers.views.list.prefetch(), helpers.views.counts.prefetch()]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <SearchScreen />
    </HydrationBoundary>
  );
}
