import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RunPage } from "@/modules/capacity/components/lab/run-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { isId } from "@/platform/ids";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Load run" };

export default async function AdminLoadRunPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin" || !isId(id)) notFound();
  const helpers = await prefetchHelpers();
  const [me, known] = await Promise.all([
    helpers.identity.me.fetch(),
    helpers.capacity.loadRun.fetch({ id }).catch(() => null),
  ]);
  if (known === null) notFound();
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <RunPage id={id} zone={me.timeZone} locale={localeOf(me)} />
    </HydrationBoundary>
  );
}
