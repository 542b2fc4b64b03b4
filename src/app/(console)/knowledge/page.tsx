import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ArticlesPage } from "@/modules/knowledge/components/desk/articles-page";
import { KnowledgeScreen } from "@/modules/views/components/knowledge-screen";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Knowledge" };

export default async function KnowledgePage() {
  // Layouts are not rendered again on every way here; the layout sends others to their own place.
  const actor = await readActorOfPage();
  if (actor === null || actor.audience === "customer") return null;
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
    helpers.knowledge.categories.prefetch(),
    helpers.knowledge.list.prefetchInfinite({
      words: "",
      state: null,
      language: null,
      categoryId: null,
    }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <KnowledgeScreen>
        <ArticlesPage />
      </KnowledgeScreen>
    </HydrationBoundary>
  );
}
