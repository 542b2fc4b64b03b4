import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TopicsPage } from "@/modules/responses/components/admin/topics-page";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Topics" };

export default async function TopicsPageRoute() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([helpers.topics.list.prefetch()]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <TopicsPage />
    </HydrationBoundary>
  );
}
