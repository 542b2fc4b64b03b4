"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { useListHeld } from "@/modules/tickets/components/queue/use-list-held";
import { ActionScope } from "@/ui/actions/scope";
import { Button, ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { Pane } from "@/ui/shell/pane";
import { SkeletonRows } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { InboxActions } from "./inbox-actions";
import { InboxRow } from "./inbox-row";
import { Notices } from "./notices";
import { type InboxRow as Row, useInbox } from "./use-inbox";
import { useTriage } from "./use-triage";

/** What happened that concerns oneself, one row a ticket, dealt with by keys. */
export function Inbox() {
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const held = useListHeld(scroller);
  const inbox = useInbox(held);
  const triage = useTriage();
  const [cursor, setCursor] = useState<{ id: string | null; index: number; moves: number }>({
    id: null,
    index: 0,
    moves: 0,
  });
  const [menuFor, setMenuFor] = useState<string | null>(null);

  const rows = inbox.rows ?? [];
  const found = rows.findIndex((row) => row.id === cursor.id);
  // A row that is dealt with leaves its place to the next one.
  const at = Math.min(found >= 0 ? found : cursor.index, rows.length - 1);

  const moveTo = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row === undefined) return;
    setCursor((before) => ({ id: row.id, index: rows.indexOf(row), moves: before.moves + 1 }));
  };
  const open = (row: Row) => {
    if (row.unread) triage.read(row);
    router.push(`/tickets/${row.ticket.number}`);
  };
  const leave = (row: Row, how: () => void) => {
    const index = rows.indexOf(row);
    const next = rows[index + 1] ?? rows[index - 1];
    how();
    setCursor((before) => ({
      id: next?.id ?? null,
      index: Math.max(0, Math.min(index, rows.length - 2)),
      moves: before.moves + 1,
    }));
  };
  const onTop = () => {
    inbox.release();
    scroller.current?.scrollTo({ top: 0 });
    setCursor((before) => ({ id: null, index: 0, moves: before.moves + 1 }));
  };

  const showCursor = useEffectEvent(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${at + 1}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
    if (rows.length === 0) document.getElementById("main")?.focus();
  });
  useEffect(() => {
    if (cursor.moves > 0) showCursor();
  }, [cursor.moves]);

  return (
    <ActionScope scope="list">
      <ActionScope scope="notifications">
        <InboxActions
          rows={rows}
          at={at}
          moveTo={moveTo}
          onTop={onTop}
          onOpen={open}
          onDone={(row) => leave(row, () => void triage.done(row))}
          onUnread={triage.unread}
          onSnooze={(row) => setMenuFor(row.id)}
        />
        <Pane
          label="Notifications"
          scrollRef={scroller}
          scrollStop={false}
          head={<InboxHead arrivals={held ? inbox.arrivals : 0} onTop={onTop} />}
        >
          <Notices />
          {inbox.rows === undefined && inbox.error === null && (
            <SkeletonRows rows={8} label="Loading notifications" />
          )}
          {inbox.rows === undefined && inbox.error !== null && (
            <InboxError error={inbox.error} onRetry={inbox.retry} />
          )}
          {inbox.rows !== undefined && rows.length === 0 && (
            <EmptyState
              title="All is read and done"
              action={<ButtonLink href="/tickets?view=mine">Go to your tickets</ButtonLink>}
            >
              What concerns you comes here: mentions, tickets given to you, messages on them.
            </EmptyState>
          )}
          {rows.length > 0 && (
            <div
              role="grid"
              aria-label="Notifications"
              aria-rowcount={inbox.hasMore ? -1 : rows.length}
            >
              {rows.map((row, index) => (
                <InboxRow
                  key={row.id}
                  row={row}
                  index={index}
                  stop={index === Math.max(at, 0)}
                  menuOpen={menuFor === row.id}
                  onMenuOpenChange={(one, isOpen) => setMenuFor(isOpen ? one.id : null)}
                  onFocus={(one) => setCursor((before) => ({ ...before, id: one.id, index }))}
                  onOpen={open}
                  onDone={(one) => leave(one, () => void triage.done(one))}
                  onUnread={triage.unread}
                  onSnooze={(one, preset, words) =>
                    leave(one, () => void triage.snooze(one, preset, words))
                  }
                />
              ))}
            </div>
          )}
          {inbox.hasMore && <More key={rows.length} onSeen={inbox.loadMore} />}
        </Pane>
      </ActionScope>
    </ActionScope>
  );
}

function InboxHead({ arrivals, onTop }: { arrivals: number; onTop: () => void }) {
  return (
    <>
      <div className="flex min-h-13 items-center justify-between gap-2 px-4">
        <h1 className="text-heading">Notifications</h1>
        <TextLink href="/me#notifications">What you are told of</TextLink>
      </div>
      {arrivals > 0 && (
        // Over the rows, not above them: no row moves because of it.
        <div className="relative">
          <div className="absolute inset-x-0 top-1 z-10 flex justify-center">
            <Button
              variant="primary"
              keys="Home"
              onClick={onTop}
              className="rounded-full! shadow-float"
            >
              {arrivals} new
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function InboxError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { words, reference } = readError(error);
  return (
    <ErrorState
      title="Your notifications could not be loaded"
      reference={reference}
      onRetry={onRetry}
    >
      {words}
    </ErrorState>
  );
}

/** Loads on when the end of the list comes near. */
function More({ onSeen }: { onSeen: () => Promise<void> }) {
  const end = useRef<HTMLDivElement>(null);
  const seen = useEffectEvent(onSeen);
  useEffect(() => {
    if (end.current === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void seen();
      },
      { rootMargin: "600px" },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  return <div ref={end} className="h-6" />;
}
