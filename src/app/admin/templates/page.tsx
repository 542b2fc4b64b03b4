import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TemplatesPage } from "@/modules/mail/components/templates/templates-page";
import { MeProvider } from "@/modules/tickets/components/me";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPageRoute() {
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me] = await Promise.all([helpers.identity.me.fetch(), helpers.templates.list.prefetch()]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <MeProvider me={me}>
        <TemplatesPage />
      </MeProvider>
    </HydrationBoundary>
  );
}
