import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IncomingPage } from "@/modules/mail/components/admin/incoming-page";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Incoming mail" };

export default async function IncomingPageRoute() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.mail.list.prefetchInfinite({ state: "quarantined" }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <IncomingPage zone={me.timeZone} />
    </HydrationBoundary>
  );
}
