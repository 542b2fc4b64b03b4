import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TagsPage } from "@/modules/responses/components/admin/tags-page";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Tags" };

export default async function TagsPageRoute() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([helpers.tags.list.prefetchInfinite({ words: "" })]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <TagsPage />
    </HydrationBoundary>
  );
}
