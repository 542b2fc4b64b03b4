import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { demoHintCookie, isHintClosed } from "@/modules/demo/client";
import { DemoProvider } from "@/modules/demo/components/demo-context";
import { demoSays } from "@/modules/demo/components/demo-says";
import { SearchHost } from "@/modules/search/components/search-host";
import { ConsoleProviders } from "@/modules/views/components/console-providers";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

async function demoOf(role: "agent" | "admin") {
  if (!env().DEMO_MODE) return null;
  const closed = isHintClosed((await cookies()).get(demoHintCookie)?.value, role);
  return { who: role, closed, says: demoSays(role) };
}

/** The console is for the people of the house; for everybody else it does not exist. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await readActorOfPage();
  if (actor === null) redirect("/sign-in?to=/tickets");
  if (actor.role === "customer") notFound();
  const helpers = await prefetchHelpers();
  const me = await helpers.identity.me.fetch();
  return (
    <DemoProvider demo={await demoOf(actor.role)}>
      <ConsoleProviders me={me} realtimeUrl={env().PUBLIC_REALTIME_URL} now={now().toISOString()}>
        {children}
        <SearchHost />
      </ConsoleProviders>
    </DemoProvider>
  );
}
