import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AdminFrame } from "@/modules/capacity/components/admin-frame";
import { now } from "@/platform/clock";
import { readActorOfPage } from "@/trpc/server";

/** For admins; to everybody else these pages do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await readActorOfPage();
  if (actor === null) redirect("/sign-in?to=/admin");
  if (actor.audience !== "admin") notFound();
  return <AdminFrame now={now().toISOString()}>{children}</AdminFrame>;
}
