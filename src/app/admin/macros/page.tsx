import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MacrosPage } from "@/modules/responses/components/admin/macros-page";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Macros" };

export default async function MacrosPageRoute() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.macros.list.prefetch(),
    helpers.fields.list.prefetch(),
    helpers.identity.agents.prefetch({ words: "" }),
    helpers.identity.teams.prefetch(),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <MacrosPage />
    </HydrationBoundary>
  );
}
