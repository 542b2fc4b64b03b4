import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeoplePage } from "@/modules/identity/components/people/people-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "People" };

export default async function AdminPeoplePage() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.identity.staffCounts.prefetch(),
    helpers.identity.invitations.prefetch({}),
    helpers.identity.people.prefetch({ words: "", staff: true }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <PeoplePage zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
