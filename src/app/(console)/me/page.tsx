import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { MeScreen } from "@/modules/views/components/me-screen";
import { prefetchHelpers } from "@/trpc/server";
import { appearanceCookie, readAppearance } from "@/ui/appearance/appearance";

export const metadata: Metadata = { title: "Me" };

export default async function MePage() {
  const helpers = await prefetchHelpers();
  await Promise.all([
    helpers.views.list.prefetch(),
    helpers.views.counts.prefetch(),
    helpers.notifications.unread.prefetch(),
    helpers.notifications.preferences.prefetch(),
    helpers.identity.availability.prefetch(),
  ]);
  const appearance = readAppearance((await cookies()).get(appearanceCookie)?.value);
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <MeScreen appearance={appearance} />
    </HydrationBoundary>
  );
}
