import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { isLanguage } from "@/modules/knowledge/client";
import {
  type Beginning,
  NewArticlePage,
} from "@/modules/knowledge/components/desk/new-article-page";
import { KnowledgeScreen } from "@/modules/views/components/knowledge-screen";
import { cleanedToText } from "@/platform/content";
import { limits } from "@/platform/limits";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "New article" };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Helpers = Awaited<ReturnType<typeof prefetchHelpers>>;

/** What the team answered in a ticket, without its notes: an article begins with it. */
async function fromTicket(helpers: Helpers, number: number): Promise<Partial<Beginning>> {
  const ticket = await helpers.tickets.get.fetch({ number }).catch(() => null);
  if (ticket === null) return {};
  const { subject, requester } = ticket.row;
  const answers = ticket.messages
    .filter((one) => one.kind === "reply" && one.state !== "held" && one.author.id !== requester.id)
    .map(({ html }) => cleanedToText(html ?? "").trim());
  return {
    ticketNumber: number,
    title: subject.slice(0, limits.kbTitleCharsMax),
    body: answers.join("\n\n").slice(0, limits.bodyCharsMax),
  };
}

export default async function NewArticleRoute({ searchParams }: PageProps) {
  const { from, title, language } = await searchParams;
  const actor = await readActorOfPage();
  if (actor === null || actor.audience === "customer") return null;
  const helpers = await prefetchHelpers();
  const number = typeof from === "string" && /^[1-9]\d{0,14}$/.test(from) ? Number(from) : null;
  const [begun] = await Promise.all([
    number === null ? {} : fromTicket(helpers, number),
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
    helpers.knowledge.categories.prefetch(),
  ]);
  const beginning: Beginning = {
    title: typeof title === "string" ? title.slice(0, limits.kbTitleCharsMax) : "",
    body: "",
    language: isLanguage(language) ? language : "en",
    ticketNumber: null,
    ...begun,
  };
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <KnowledgeScreen>
        <NewArticlePage beginning={beginning} />
      </KnowledgeScreen>
    </HydrationBoundary>
  );
}
