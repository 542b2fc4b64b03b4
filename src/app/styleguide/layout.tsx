import { notFound } from "next/navigation";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { env } from "@/platform/env";

/** The components in all their states, for ourselves and for the browser tests; not there outside of demo mode. */
export default async function StyleguideLayout({ children }: { children: ReactNode }) {
  await connection();
  if (!env().DEMO_MODE) notFound();
  return children;
}
