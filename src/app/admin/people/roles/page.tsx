import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RolesPage } from "@/modules/identity/components/people/roles-page";
import { readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Who may do what?" };

export default async function AdminRolesPage() {
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  return <RolesPage />;
}
