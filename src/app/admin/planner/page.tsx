import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlannerPage } from "@/modules/capacity/components/planner/planner-page";
import { localeOf } from "@/modules/tickets/components/locale";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Planner" };

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdminPlannerPage({ searchParams }: PageProps) {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  const helpers = await prefetchHelpers();
  const [me, asked] = await Promise.all([helpers.identity.me.fetch(), searchParams]);
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    if (typeof value === "string") address.set(name, value);
  return <PlannerPage address={address.toString()} zone={me.timeZone} locale={localeOf(me)} />;
}
