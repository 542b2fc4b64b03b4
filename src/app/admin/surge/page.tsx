import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SurgePage } from "@/modules/capacity/components/surge/surge-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Surge mode" };

export default async function AdminSurgePage() {
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([helpers.identity.me.fetch(), helpers.capacity.surge.prefetch()]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <SurgePage zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
