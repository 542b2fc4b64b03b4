"use client";

import { type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { usePresence } from "@/live/use-presence";
import type { TicketRow } from "@/modules/tickets/client";
import { readError } from "@/modules/tickets/components/error-words";
import { useMe } from "@/modules/tickets/components/me";
import { TicketActions } from "@/modules/tickets/components/ticket/ticket-actions";
import { TicketHead } from "@/modules/tickets/components/ticket/ticket-head";
import { useListedRow } from "@/modules/tickets/components/ticket/use-listed-row";
import { usePlace } from "@/modules/tickets/components/use-place";
import { ActionScope } from "@/ui/actions/scope";
import { Button, ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { Pane } from "@/ui/shell/pane";
import { Strip } from "@/ui/strip";
import type { MessageKind, MessageView } from "../schema";
import { Composer } from "./composer/composer";
import type { PanelInsert } from "./composer/editor/inserter";
import { allOutgoing, type Outgoing, subscribeOutgoing } from "./composer/outgoing-store";
import { MergedStrip } from "./day/merged-strip";
import { MessageActions } from "./day/message-actions";
import { useHistory } from "./past/use-past";
import { Thread, type ThreadHandle } from "./thread/thread";
import { ThreadActions } from "./thread/thread-actions";
import { ThreadSkeleton } from "./thread/thread-skeleton";
import { useTicket } from "./use-ticket";

const none: readonly Outgoing[] = [];
const noInserts: readonly PanelInsert[] = [];

interface TicketPaneProps {
  readonly number: number;
  readonly inserts?: readonly PanelInsert[] | undefined;
  /** The clock in its head, from whoever can explain it. */
  readonly clock?: ((row: TicketRow) => ReactNode) | undefined;
  /** What higher modules say under a message. */
  readonly foot?: ((message: MessageView) => ReactNode) | undefined;
  /** How an answer is mailed, above the words of it. */
  readonly sending?: ((row: TicketRow) => ReactNode) | undefined;
}

/** The open ticket: its head, the conversation, and what one writes into it. */
export function TicketPane(props: TicketPaneProps) {
  const { number, clock, foot, sending, inserts = noInserts } = props;
  const me = useMe();
  const scroller = useRef<HTMLDivElement>(null);
  const thread = useRef<ThreadHandle>(null);
  const { hit } = usePlace();
  const shown = useTicket(number);
  const { ticket, messages } = shown;
  const history = useHistory(number);
  const loaded = useMemo(
    () => [...(history.passage?.messages ?? []), ...history.tail.messages],
    [history.passage, history.tail],
  );
  const listed = useListedRow(number);
  const row = ticket?.row ?? listed;
  const [writing, setWriting] = useState<MessageKind | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const mode = writing === null ? "viewing" : writing === "note" ? "noting" : "replying";
  const people = usePresence(ticket?.row.id ?? null, mode).filter(({ id }) => id !== me.id);
  const every = useSyncExternalStore(subscribeOutgoing, allOutgoing, () => none);
  const outgoing = useMemo(() => every.filter((one) => one.number === number), [every, number]);

  // Where one began to read stays where it was, though everything is read by now.
  const [opened, setOpened] = useState<{ number: number; unreadId: string | null } | null>(null);
  if (ticket !== undefined && opened?.number !== number) {
    const { seenAt } = ticket;
    const unread = messages.find(
      (message) => message.author.id !== me.id && (seenAt === null || message.createdAt > seenAt),
    );
    setOpened({ number, unreadId: unread?.id ?? null });
  }
  const firstUnreadId = opened?.number === number ? opened.unreadId : null;

  if (ticket === undefined && shown.error !== null) return <Missing {...shown} />;
  return (
    <ActionScope scope="ticket">
      <Pane
        label="Conversation"
        scrollRef={scroller}
        head={row && <TicketHead row={row} people={people} clock={clock?.(row)} />}
        foot={
          ticket && (
            <div>
              {shown.outdated && (
                <Strip tone="warn" action={<Button onClick={shown.refetch}>Try now</Button>}>
                  This ticket may be out of date. Trying again
                </Strip>
              )}
              <Replying
                names={people.filter((one) => one.mode === "replying").map((one) => one.name)}
              />
              {ticket.row.mergedInto !== null && (
                <MergedStrip
                  key={number}
                  ticketId={ticket.row.id}
                  number={number}
                  mergedInto={ticket.row.mergedInto}
                />
              )}
              <Composer
                row={ticket.row}
                participants={ticket.participants}
                messages={messages}
                inserts={inserts}
                sending={sending}
                onWriting={setWriting}
                onReview={() => thread.current?.toEnd()}
              />
            </div>
          )
        }
      >
        {row && <TicketActions row={row} region="ticket" />}
        {row && <MessageActions row={row} messages={loaded} scroller={scroller} />}
        <ThreadActions thread={thread} onUnfold={() => setUnfolded(!unfolded)} number={number} />
        {ticket === undefined ? (
          <ThreadSkeleton />
        ) : (
          <Thread
            key={number}
            handle={thread}
            scroller={scroller}
            history={history}
            entries={shown.entries}
            outgoing={outgoing}
            requesterName={ticket.row.requester.name}
            foot={foot}
            firstUnreadId={firstUnreadId}
            hitId={hit}
            unfolded={unfolded}
            reading={{
              ticketId: ticket.row.id,
              number,
              seenAt: ticket.seenAt,
              last: messages.findLast((message) => message.state === "released"),
            }}
          />
        )}
      </Pane>
    </ActionScope>
  );
}

function Replying({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const verb = names.length === 1 ? "is" : "are";
  return (
    <Strip tone="warn">
      {names.join(" and ")} {verb} replying
    </Strip>
  );
}

function Missing({ error, retry }: { error: unknown; retry: () => void }) {
  const { code, words, reference } = readError(error);
  if (code === "ticket_not_found")
    return (
      <EmptyState
        title={words}
        level={1}
        action={<ButtonLink href="/tickets">Go to the queue</ButtonLink>}
      >
        It may have another number, or be none of yours.
      </EmptyState>
    );
  return (
    <ErrorState title="The ticket could not be loaded" reference={reference} onRetry={retry}>
      {words}
    </ErrorState>
  );
}
