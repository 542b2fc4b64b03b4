import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { NotificationsScreen } from "@/modules/views/components/notifications-screen";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const actor = await readActorOfPage();
  if (actor === null) redirect("/sign-in?to=/notifications");
  if (actor.audience === "customer") notFound();
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.notifications.inbox.prefetch({}),
    helpers.notifications.unread.prefetch(),
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
  ]);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <NotificationsScreen />
    </HydrationBoundary>
  );
}
