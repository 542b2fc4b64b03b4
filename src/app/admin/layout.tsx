import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AdminFrame } from "@/modules/capacity/components/admin-frame";
import { demoHintCookie, isHintClosed } from "@/modules/demo/client";
import { demoSays } from "@/modules/demo/components/demo-says";
import { DemoStrip } from "@/modules/demo/components/demo-strip";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

/** For admins; to everybody else these pages do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await readActorOfPage();
  if (actor === null) redirect("/sign-in?to=/admin");
  if (actor.audience !== "admin") notFound();
  const me = await (await prefetchHelpers()).identity.me.fetch();
  const closed = isHintClosed((await cookies()).get(demoHintCookie)?.value, "admin");
  return (
    <AdminFrame
      now={now().toISOString()}
      keys={me.keys}
      strip={
        env().DEMO_MODE && <DemoStrip who="admin" closed={closed} says={demoSays("admin")} stops />
      }
    >
      {children}
    </AdminFrame>
  );
}
