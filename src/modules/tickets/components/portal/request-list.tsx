"use client";

import {
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useRef,
  useState,
} from "react";
import { rooms } from "@/platform/realtime/rooms";
import { buttonClass } from "@/ui/button-class";
import { PlainButton } from "@/ui/plain-button";
import { useLate } from "@/ui/use-late";
import { useSay } from "@/ui/words";
import type { RequestRow } from "../../schema";
import { RequestItem } from "./request-item";
import { byPerson, inOrder, inPlaces, type RequestPage } from "./request-page";

export type PortalReader = {
  id: string;
  organizationId: string | null;
  timeZone: string;
  locale: string;
};

interface RequestListProps {
  readonly initial: RequestPage;
  readonly me: PortalReader;
  /** Colleagues' requests instead of one's own. */
  readonly shared: boolean;
  readonly liveUrl: string;
  /** Shown as long as nothing has been asked. */
  readonly empty: ReactNode;
}

const loadEngine = () => import("./requests-engine").then((part) => part.RequestsEngine);

/** Requests with where they stand; live once the page has been painted. */
export function RequestList({ initial, me, shared, liveUrl, empty }: RequestListProps) {
  const say = useSay("list");
  const [page, setPage] = useState(initial);
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  // While somebody is in the list its rows keep their places.
  const [places, setPlaces] = useState<readonly string[] | null>(null);
  const [fetching, setFetching] = useState(false);
  const fetchMore = useRef<((after: string) => Promise<void>) | null>(null);
  const Engine = useLate(loadEngine);

  const onNews = useCallback(
    (ticketId: string) => setNews((known) => new Set([...known, ticketId])),
    [],
  );
  const onReady = useCallback((fetchPage: (after: string) => Promise<void>) => {
    fetchMore.current = fetchPage;
  }, []);

  const all = inOrder(shared ? page.rows.filter((row) => row.requester.id !== me.id) : page.rows);
  const shown = places === null ? all : inPlaces(all, places);
  const arrived = all.length - shown.length;
  const hold = () => setPlaces((held) => held ?? all.map((row) => row.id));
  const letGo = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setPlaces(null);
  };
  const more = async (event: MouseEvent, after: string) => {
    if (fetchMore.current === null) return;
    event.preventDefault();
    setFetching(true);
    // The link itself still leads there when this fails.
    await fetchMore.current(after).catch(() => window.location.assign(moreHref(shared, after)));
    setPlaces(null);
    setFetching(false);
  };

  const item = (row: RequestRow) => (
    <RequestItem
      key={row.id}
      row={row}
      unread={news.has(row.id) || page.unread.includes(row.id)}
      zone={me.timeZone}
      locale={me.locale}
    />
  );
  const room =
    shared && me.organizationId !== null
      ? rooms.organization(me.organizationId)
      : rooms.requests(me.id);

  return (
    <div className="flex flex-col gap-4">
      {Engine && (
        <Engine
          url={liveUrl}
          room={room}
          meId={me.id}
          shared={shared}
          page={page}
          onChange={setPage}
          onNews={onNews}
          onReady={onReady}
          zone={me.timeZone}
          locale={me.locale}
        />
      )}
      <section
        aria-label={shared ? say("colleagues") : say("mine")}
        onPointerEnter={hold}
        onPointerLeave={() => setPlaces(null)}
        onFocus={hold}
        onBlur={letGo}
        className="flex flex-col gap-4"
      >
        {arrived > 0 && (
          <PlainButton onClick={() => setPlaces(all.map((row) => row.id))}>
            {say("arrived", { count: arrived })}. {say("show")}
          </PlainButton>
        )}
        {shared
          ? byPerson(shown).map((person) => (
              <div key={person.name}>
                <h3 className="mb-2 text-heading">{person.name}</h3>
                <List>{person.rows.map(item)}</List>
              </div>
            ))
          : shown.length > 0 && <List>{shown.map(item)}</List>}
        {all.length === 0 && empty}
      </section>
      {page.next !== null && (
        <a
          href={moreHref(shared, page.next)}
          aria-busy={fetching || undefined}
          onClick={(event) => void more(event, page.next ?? "")}
          className={buttonClass("secondary")}
        >
          {fetching ? say("moreBusy") : say("more")}
        </a>
      )}
    </div>
  );
}

function List({ children }: { children: ReactNode }) {
  return <ul className="overflow-hidden rounded-card border border-line bg-surface">{children}</ul>;
}

function moreHref(shared: boolean, after: string): string {
  const search = new URLSearchParams({ ...(shared ? { who: "colleagues" } : {}), after });
  return `/portal?${search}`;
}
