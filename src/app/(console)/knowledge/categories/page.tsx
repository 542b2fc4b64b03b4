import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CategoriesPage } from "@/modules/knowledge/components/desk/categories-page";
import { KnowledgeScreen } from "@/modules/views/components/knowledge-screen";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Categories" };

export default async function CategoriesPageRoute() {
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
    helpers.knowledge.categories.prefetch(),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <KnowledgeScreen>
        <CategoriesPage />
      </KnowledgeScreen>
    </HydrationBoundary>
  );
}
