import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MissingPage } from "@/modules/knowledge/components/desk/missing-page";
import { KnowledgeScreen } from "@/modules/views/components/knowledge-screen";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "What is missing" };

export default async function MissingPageRoute() {
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
    helpers.knowledge.missing.prefetch(),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <KnowledgeScreen>
        <MissingPage />
      </KnowledgeScreen>
    </HydrationBoundary>
  );
}
