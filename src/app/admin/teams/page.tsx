import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TeamsPage } from "@/modules/responses/components/admin/teams-page";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Teams" };

export default async function TeamsPageRoute() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([helpers.identity.teamList.prefetch()]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <TeamsPage />
    </HydrationBoundary>
  );
}
