import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { OwnToolsScreen } from "@/modules/views/components/own-tools-screen";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Canned responses" };

export default async function CannedResponsesPage() {
  // Layouts are not rendered again on every way here; the layout sends others to their own place.
  const actor = await readActorOfPage();
  if (actor === null || actor.audience === "customer") return null;
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
    helpers.identity.agents.prefetch({ words: "" }),
    helpers.identity.teams.prefetch(),
    helpers.responses.list.prefetchInfinite({ words: "" }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <OwnToolsScreen tool="responses" />
    </HydrationBoundary>
  );
}
