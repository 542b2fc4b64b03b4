import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FieldsPage } from "@/modules/responses/components/admin/fields-page";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Custom fields" };

export default async function FieldsPageRoute() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([helpers.fields.list.prefetch()]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <FieldsPage />
    </HydrationBoundary>
  );
}
