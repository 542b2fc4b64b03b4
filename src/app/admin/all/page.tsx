import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AllPlaces } from "@/modules/capacity/components/all-places";
import { readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "All admin pages" };

export default async function AdminAllPage() {
  const actor = await readActorOfPage();
  if (actor?.audience !== "admin") notFound();
  return <AllPlaces />;
}
