"use client";

import {
  Fragment,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
} from "react";
import { useMe } from "@/modules/tickets/components/me";
import { limits } from "@/platform/limits";
import { Button } from "@/ui/button";
import { dayTime } from "@/ui/format/time";
import { useNow } from "@/ui/now-provider";
import type { MessageView } from "../schema";
import type { Outgoing } from "./composer/outgoing-store";
import { EventLines } from "./event-lines";
import { Message } from "./message";
import { type Entry, threadItems } from "./thread-items";

interface ThreadProps {
  readonly messages: readonly MessageView[];
  readonly entries: readonly Entry[];
  readonly outgoing: readonly Outgoing[];
  readonly requesterName: string;
  /** What higher modules say under a message. */
  readonly foot?: ((message: MessageView) => ReactNode) | undefined;
  readonly firstUnreadId: string | null;
  readonly unfolded: boolean;
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  readonly onLoadOlder: () => void;
}

const OutgoingSheet = lazy(() => import("./outgoing-sheet"));

/** The newest are painted at once; of the older ones only what one looks at costs anything. */
const messagesPainted = limits.messagePageRows;
const laterClass = "[contain-intrinsic-size:auto_12rem] [content-visibility:auto]";

/** The conversation, oldest first. */
export function Thread(props: ThreadProps) {
  const { messages, entries, outgoing, requesterName, firstUnreadId, unfolded } = props;
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const earlier = useRef<HTMLButtonElement>(null);
  const { hasOlder, onLoadOlder } = props;
  const loadOlder = useEffectEvent(onLoadOlder);
  // Who scrolls up to the oldest that is loaded wants the ones before it.
  useEffect(() => {
    const button = earlier.current;
    if (!hasOlder || button === null) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && loadOlder(),
    );
    watch.observe(button);
    return () => watch.disconnect();
  }, [hasOlder]);
  const items = useMemo(() => {
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
    return threadItems(messages, entries, (at) => day.format(new Date(at)), !props.hasOlder);
  }, [messages, entries, zone, props.hasOlder]);
  return (
    <div className="flex flex-col gap-3 p-4">
      {props.hasOlder && (
        <Button
          ref={earlier}
          variant="quiet"
          busy={props.loadingOlder}
          onClick={props.onLoadOlder}
          className="self-center"
        >
          {props.loadingOlder ? "Loading earlier messages" : "Show earlier messages"}
        </Button>
      )}
      <ol aria-label="Messages" className="flex flex-col gap-3">
        {items.map((item, place) => (
          <Fragment key={item.key}>
            {item.type === "message" && item.message.id === firstUnreadId && <NewLine />}
            <li className={place < items.length - messagesPainted ? laterClass : undefined}>
              {item.type === "day" && (
                <p className="text-center text-ink-3 text-small" suppressHydrationWarning>
                  {dayTime(new Date(item.at), { now, zone, locale })}
                </p>
              )}
              {item.type === "events" && <EventLines entries={item.entries} unfolded={unfolded} />}
              {item.type === "message" && (
                <Message
                  message={item.message}
                  requesterName={requesterName}
                  foot={props.foot?.(item.message)}
                />
              )}
            </li>
          </Fragment>
        ))}
        {outgoing.map((message) => (
          <li key={message.commandId}>
            <Suspense fallback={null}>
              <OutgoingSheet message={message} />
            </Suspense>
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
