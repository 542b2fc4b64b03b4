import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { BulkDoor } from "@/modules/bulk/components/bulk-door";
import { LateWeather } from "@/modules/capacity/components/weather/late-weather";
import { localeOf } from "@/modules/tickets/components/locale";
import { placeHref, queueOf, readPlace } from "@/modules/tickets/components/place";
import { TicketsScreen } from "@/modules/views/components/tickets-screen";
import { prefetchHelpers, readActorOfPage } from "@/trpc/server";

type Search = Record<string, string | string[] | undefined>;
type PageProps = { params: Promise<{ number?: string[] }>; searchParams: Promise<Search> };

async function placeOf({ params, searchParams }: PageProps) {
  const { number = [] } = await params;
  const search = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return readPlace(["/tickets", ...number].join("/"), new URLSearchParams(search));
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { number } = await placeOf(props);
  return { title: number === null ? "Queue" : `#${number}` };
}

/** The number in which a merged ticket goes on; it was fetched already. */
async function goesOnIn(
  helpers: Awaited<ReturnType<typeof prefetchHelpers>>,
  number: number,
): Promise<number | null> {
  const ticket = await helpers.tickets.get.fetch({ number }).catch(() => null);
  return ticket?.row.mergedInto ?? null;
}

/** One page for the queue and for each ticket: to go between them is a change of the address alone. */
export default async function TicketsPage(props: PageProps) {
  const place = await placeOf(props);
  const { number: path } = await props.params;
  if (path !== undefined && place.number === null) notFound();
  const actor = await readActorOfPage();
  if (actor === null) redirect(`/sign-in?to=${encodeURIComponent(placeHref(place))}`);
  if (actor.audience === "customer") notFound();

  const helpers = await prefetchHelpers();
  const { number } = place;
  const [{ views }, me] = await Promise.all([
    helpers.views.list.fetch(),
    helpers.identity.me.fetch(),
  ]);
  const { filter, sort } = queueOf(place, views);
  // What fails here is asked for again by the browser, and then says so in its own pane.
  await Promise.all([
    helpers.tickets.list.prefetch({ filter, sort }),
    helpers.views.counts.prefetch(),
    helpers.fields.list.prefetch(),
    helpers.notifications.unread.prefetch(),
    helpers.identity.agents.prefetch({ words: "" }),
    helpers.identity.teams.prefetch(),
    helpers.drafts.list.prefetch(),
    helpers.capacity.queueWeather.prefetch(),
    ...(number === null
      ? []
      : [helpers.tickets.get.prefetch({ number }), helpers.tickets.activity.prefetch({ number })]),
  ]);
  const mergedInto = number === null ? null : await goesOnIn(helpers, number);
  if (mergedInto !== null) redirect(placeHref({ ...place, number: mergedInto }));
  return (
    <HydrationBoundary state={dehydrate(helpers.queryClient)}>
      <TicketsScreen bulk={<BulkDoor />} weather={<LateWeather locale={localeOf(me)} />} />
    </HydrationBoundary>
  );
}
