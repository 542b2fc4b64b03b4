"use client";

import { Fragment, useMemo } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { Button } from "@/ui/button";
import { dayTime } from "@/ui/format/time";
import { useNow } from "@/ui/now-provider";
import type { MessageView } from "../schema";
import type { Outgoing } from "./composer/outgoing-store";
import { EventLines } from "./event-lines";
import { Message } from "./message";
import { OutgoingSheet } from "./outgoing-sheet";
import { type Entry, threadItems } from "./thread-items";

interface ThreadProps {
  readonly messages: readonly MessageView[];
  readonly entries: readonly Entry[];
  readonly outgoing: readonly Outgoing[];
  readonly requesterName: string;
  readonly firstUnreadId: string | null;
  readonly unfolded: boolean;
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  readonly onLoadOlder: () => void;
}

/** The conversation, oldest first. */
export function Thread(props: ThreadProps) {
  const { messages, entries, outgoing, requesterName, firstUnreadId, unfolded } = props;
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const items = useMemo(() => {
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
    return threadItems(messages, entries, (at) => day.format(new Date(at)), !props.hasOlder);
  }, [messages, entries, zone, props.hasOlder]);
  return (
    <div className="flex flex-col gap-3 p-4">
      {props.hasOlder && (
        <Button
          variant="quiet"
          busy={props.loadingOlder}
          onClick={props.onLoadOlder}
          className="self-center"
        >
          {props.loadingOlder ? "Loading earlier messages" : "Show earlier messages"}
        </Button>
      )}
      <ol aria-label="Messages" className="flex flex-col gap-3">
        {items.map((item) => (
          <Fragment key={item.key}>
            {item.type === "message" && item.message.id === firstUnreadId && <NewLine />}
            <li>
              {item.type === "day" && (
                <p className="text-center text-ink-3 text-small" suppressHydrationWarning>
                  {dayTime(new Date(item.at), { now, zone, locale })}
                </p>
              )}
              {item.type === "events" && <EventLines entries={item.entries} unfolded={unfolded} />}
              {item.type === "message" && (
                <Message message={item.message} requesterName={requesterName} />
              )}
            </li>
          </Fragment>
        ))}
        {outgoing.map((message) => (
          <li key={message.commandId}>
            <OutgoingSheet message={message} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function NewLine() {
  return (
    <li className="flex items-center gap-3 text-link text-small">
      <span aria-hidden="true" className="h-px flex-1 bg-accent" />
      New
      <span aria-hidden="true" className="h-px flex-1 bg-accent" />
    </li>
  );
}
