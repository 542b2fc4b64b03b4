import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticlePage } from "@/modules/knowledge/components/desk/article-page";
import { KnowledgeScreen } from "@/modules/views/components/knowledge-screen";
import { isId } from "@/platform/ids";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Article" };

type PageProps = { params: Promise<{ articleId: string }> };

export default async function ArticlePageRoute({ params }: PageProps) {
  const { articleId } = await params;
  const actor = await readActorOfPage();
  if (actor === null || actor.audience === "customer") return null;
  if (!isId(articleId)) notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
    helpers.knowledge.categories.prefetch(),
    helpers.knowledge.get.prefetch({ articleId }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <KnowledgeScreen>
        <ArticlePage articleId={articleId} />
      </KnowledgeScreen>
    </HydrationBoundary>
  );
}
