import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { localeOf } from "@/modules/tickets/components/locale";
import { DeliveriesPage } from "@/modules/webhooks/components/deliveries-page";
import { isId } from "@/platform/ids";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Webhook deliveries" };

export default async function AdminWebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin" || !isId(id)) notFound();
  const helpers = await prefetchHelpers();
  const [me, known] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.webhooks.list.fetch(),
  ]);
  if (!known.endpoints.some((endpoint) => endpoint.id === id)) notFound();
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <DeliveriesPage endpointId={id} zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
