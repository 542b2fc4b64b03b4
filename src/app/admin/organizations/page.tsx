import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OrganizationsPage } from "@/modules/responses/components/admin/organizations-page";
import { readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Organizations" };

export default async function OrganizationsPageRoute() {
  // Layouts are not rendered again on every way here, so the page asks for itself.
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  return <OrganizationsPage />;
}
