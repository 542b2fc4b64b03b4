"use client";

import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useDraftedTickets } from "@/modules/conversations/components/composer/drafted";
import { LateDrafts } from "@/modules/conversations/components/composer/drafts/late-drafts";
import { TicketPane } from "@/modules/conversations/components/ticket-pane";
import { ArticlePicker } from "@/modules/knowledge/client";
import { MarkOpened } from "@/modules/notifications/components/mark-opened";
import { ResponsePicker } from "@/modules/responses/client";
import { SlaClock } from "@/modules/sla/components/sla-clock";
import type { TicketRow } from "@/modules/tickets/client";
import { queueOf } from "@/modules/tickets/components/place";
import { Queue } from "@/modules/tickets/components/queue/queue";
import { usePlace } from "@/modules/tickets/components/use-place";
import { trpc } from "@/trpc/client";
import { useActions, useKeysOf } from "@/ui/actions/use-actions";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Kbd } from "@/ui/kbd";
import { useLate } from "@/ui/use-late";
import { ConsoleFrame } from "./console-frame";

/** The pane beside the conversation comes after it. */
const loadContext = () =>
  import("@/modules/tickets/components/ticket/ticket-context").then((part) => part.TicketContext);

/** What one may do with a view is asked for when the view is there. */
const loadViewMenu = () => import("./view-menu").then((part) => part.ViewMenu);

/** So does what the mails of a ticket are about. */
const mailParts = () => import("@/modules/mail/components/ticket/late-parts");
const loadTicketMail = () => mailParts().then((part) => part.TicketMail);
const loadMessageMail = () => mailParts().then((part) => part.MessageMail);
const loadSending = () => mailParts().then((part) => part.SendingLine);
const loadSides = () => import("./ticket-sides").then((part) => part.TicketSides);
/** The queue, the open ticket and its context; which of them, the address says. */
export function TicketsScreen({ bulk, weather }: { bulk: ReactNode; weather: ReactNode }) {
  const place = usePlace();
  const { number } = place;
  const views = trpc.views.list.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const known = views.data?.views ?? [];
  const { view, filter, sort, changed } = queueOf(place, known);
  const shown = known.find(({ id }) => id === view?.id);
  // Beside an open ticket a table is a list, so that one can walk on.
  const columns = number === null && shown?.display?.table === true ? shown.display.columns : null;
  const drafts = useDraftedTickets();
  const Context = useLate(loadContext);
  const Mail = useLate(loadTicketMail);
  const MessageMail = useLate(loadMessageMail);
  const Sending = useLate(loadSending);
  const Sides = useLate(loadSides);
  const ViewMenu = useLate(loadViewMenu);
  const [contextOpen, setContextOpen] = useState<boolean>();
  return (
    <>
      <LateDrafts />
      <ConsoleFrame
        show={number === null ? "list" : "main"}
        wideList={columns !== null}
        mainLabel="Conversation"
        context={
          number !== null &&
          Context !== null && (
            <Context
              number={number}
              articles={articlesFor}
              ratings={ratingsOf}
              more={Sides !== null && <Sides key={number} number={number} />}
            />
          )
        }
        contextOpen={contextOpen}
        onContextOpenChange={setContextOpen}
        list={(heading) => (
          <Queue
            title={view?.name ?? "Tickets"}
            heading={heading}
            weather={weather}
            menu={
              ViewMenu === null ? (
                <span className="h-control w-[calc(var(--control)*2+0.25rem)]" />
              ) : (
                <ViewMenu view={shown} filter={filter} sort={sort} changed={changed} />
              )
            }
            filter={filter}
            sort={sort}
            changed={changed}
            columns={columns}
            drafts={drafts}
            bulk={bulk}
            emptyAction={<NextView currentId={view?.id} />}
          />
        )}
      >
        {number === null ? (
          <NothingOpen />
        ) : (
          <>
            <ContextAction open={contextOpen} onOpenChange={setContextOpen} />
            <MakeArticle number={number} />
            <MarkOpened key={number} number={number} />
            {Mail !== null && <Mail key={number} number={number} />}
            <TicketPane
              number={number}
              clock={(row) => <SlaClock key={row.id} row={row} />}
              inserts={inserts}
              foot={({ id, kind }) =>
                MessageMail !== null && <MessageMail messageId={id} isNote={kind === "note"} />
              }
              sending={({ id }) => Sending !== null && <Sending key={id} ticketId={id} />}
            />
          </>
        )}
      </ConsoleFrame>
    </>
  );
}

const TicketRatings = lazy(() => import("@/modules/satisfaction/components/ticket-ratings"));

const ratingsOf = (row: TicketRow) => (
  <Suspense fallback={null}>
    <TicketRatings key={row.id} ticketId={row.id} />
  </Suspense>
);

/** What higher modules bring into the list that / opens. */
const inserts = [
  { id: "canned", label: "Canned response", panel: ResponsePicker },
  { id: "article", label: "Article", panel: ArticlePicker },
];

/** Comes with the pane that it stands in. */
const TicketArticles = lazy(() =>
  import("@/modules/knowledge/components/desk/ticket-articles").then((part) => ({
    default: part.TicketArticles,
  })),
);

const articlesFor = ({ number, subject }: { number: number; subject: string }) => (
  <Suspense fallback={null}>
    <TicketArticles number={number} subject={subject} />
  </Suspense>
);

interface ContextActionProps {
  readonly open: boolean | undefined;
  readonly onOpenChange: (open: boolean) => void;
}

function ContextAction({ open, onOpenChange }: ContextActionProps) {
  useActions([
    {
      id: "context.toggle",
      run: () => {
        // Not chosen yet, the width decides whether it is open.
        const pane = document.getElementById("context");
        const isShown = open ?? (pane !== null && getComputedStyle(pane).display !== "none");
        onOpenChange(!isShown);
        if (!isShown) requestAnimationFrame(() => document.getElementById("context")?.focus());
      },
    },
  ]);
  return null;
}

/** What was answered once is answered for everybody. */
function MakeArticle({ number }: { number: number }) {
  const router = useRouter();
  useActions([
    {
      id: "article.make",
      label: "Make an article from this ticket",
      scope: "ticket",
      run: () => router.push(`/knowledge/new?from=${number}`),
    },
  ]);
  return null;
}

function NothingOpen() {
  const next = useKeysOf()("item.next");
  return (
    <EmptyState title="No ticket is open" className="my-auto">
      Choose one from the list
      {next !== undefined && (
        <>
          , or press <Kbd keys={next} /> and <Kbd keys="Enter" />
        </>
      )}
      .
    </EmptyState>
  );
}

/** Where work waits, when nothing waits here. */
function NextView({ currentId }: { currentId: string | undefined }) {
  const views = trpc.views.list.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const counts = trpc.views.counts.useQuery().data?.counts;
  const next = views.data?.views.find(
    (view) => view.id !== currentId && (counts?.[view.id] ?? 0) > 0,
  );
  if (next === undefined) return null;
  return (
    <ButtonLink href={`/tickets?view=${next.id}`}>
      Next: {next.name} ({counts?.[next.id]})
    </ButtonLink>
  );
}
