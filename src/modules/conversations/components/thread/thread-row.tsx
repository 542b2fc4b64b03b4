"use client";

import { lazy, memo, type ReactNode, Suspense } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { Button } from "@/ui/button";
import { dayWords } from "@/ui/format/time";
import { useNow } from "@/ui/now-provider";
import type { MessageView } from "../../schema";
import { Message } from "../message";
import { EventLines } from "./event-lines";
import type { ThreadItem } from "./thread-items";

const OutgoingSheet = lazy(() => import("../outgoing-sheet"));

export interface RowProps {
  readonly item: ThreadItem;
  readonly requesterName: string;
  /** What higher modules say under a message. */
  readonly foot?: ((message: MessageView) => ReactNode) | undefined;
  readonly unfolded: boolean;
  readonly filling: boolean;
  readonly onFill: () => void;
}

/** One row of a conversation: a message, a day, what happened, or where something is missing. */
export function ThreadRow({ item, requesterName, foot, unfolded, filling, onFill }: RowProps) {
  switch (item.type) {
    case "day":
      return <Day at={item.at} />;
    case "events":
      return <EventLines entries={item.entries} unfolded={unfolded} />;
    case "message":
      return <Sent message={item.message} requesterName={requesterName} foot={foot} />;
    case "new":
      return <NewLine />;
    case "gap":
      return (
        <p className="flex justify-center border-line-strong border-y border-dashed py-2">
          <Button variant="quiet" busy={filling} onClick={onFill}>
            {filling ? "Loading the messages between" : "Show the messages between"}
          </Button>
        </p>
      );
    case "outgoing":
      return (
        <Suspense fallback={null}>
          <OutgoingSheet message={item.message} />
        </Suspense>
      );
  }
}

type SentProps = Pick<RowProps, "requesterName" | "foot"> & { message: MessageView };

/** Scrolling renders the thread again and again, and none of its messages. */
const Sent = memo(({ message, requesterName, foot }: SentProps) => (
  <Message message={message} requesterName={requesterName} foot={foot?.(message)} />
));
Sent.displayName = "Sent";

function Day({ at }: { at: string }) {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  return (
    <p
      className="text-center text-ink-3 text-small first-letter:uppercase"
      suppressHydrationWarning
    >
      {dayWords(new Date(at), { now, zone, locale })}
    </p>
  );
}

function NewLine() {
  return (
    <p className="flex items-center gap-3 text-link text-small">
      <span aria-hidden="true" className="h-px flex-1 bg-accent" />
      New
      <span aria-hidden="true" className="h-px flex-1 bg-accent" />
    </p>
  );
}
