import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ConsoleProviders } from "@/modules/views/components/console-providers";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

/** The console is for the people of the house; for everybody else it does not exist. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await readActorOfPage();
  if (actor === null) redirect("/sign-in?to=/tickets");
  if (actor.audience === "customer") notFound();
  const helpers = await prefetchHelpers();
  const me = await helpers.identity.me.fetch();
  return (
    <ConsoleProviders me={me} realtimeUrl={env().PUBLIC_REALTIME_URL} now={now().toISOString()}>
      {children}
    </ConsoleProviders>
  );
}
