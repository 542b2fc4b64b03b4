import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { localeOf } from "@/modules/tickets/components/locale";
import { WebhooksPage } from "@/modules/webhooks/components/webhooks-page";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Webhooks" };

export default async function AdminWebhooksPage() {
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([helpers.identity.me.fetch(), helpers.webhooks.list.prefetch()]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <WebhooksPage zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
