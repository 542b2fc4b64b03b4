"use client";

import {
  type FocusEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useMemo,
} from "react";
import { useMe } from "@/modules/tickets/components/me";
import { Button } from "@/ui/button";
import type { MessageView } from "../../schema";
import type { Outgoing } from "../composer/outgoing-store";
import type { Entry } from "../entry";
import type { Edge, useHistory } from "../past/use-past";
import { NewsPill } from "./news-pill";
import { messageStep } from "./step";
import { threadItems } from "./thread-items";
import { ThreadRow } from "./thread-row";
import { useHit } from "./use-hit";
import { type Reading, useMarkSeen } from "./use-mark-seen";
import { type Target, usePlaceInThread } from "./use-place-in-thread";
import { useWindow } from "./use-window";

export interface ThreadHandle {
  toEnd(): void;
  /** To the next or the previous message. */
  step(by: 1 | -1): void;
}

interface ThreadProps {
  readonly handle: Ref<ThreadHandle>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly history: ReturnType<typeof useHistory>;
  /** The newest of what happened; the history brings the rest. */
  readonly entries: readonly Entry[];
  readonly outgoing: readonly Outgoing[];
  readonly requesterName: string;
  /** What higher modules say under a message. */
  readonly foot?: ((message: MessageView) => ReactNode) | undefined;
  readonly firstUnreadId: string | null;
  readonly hitId: string | null;
  readonly unfolded: boolean;
  /** How far one has read. */
  readonly reading: Reading;
}

/** So many rows before an end of what is loaded, more is asked for. */
const aheadRows = 6;

/** The conversation, oldest first; of a long one only what is near the window stands in the page. */
export function Thread(props: ThreadProps) {
  const { handle, scroller, history, entries, outgoing, firstUnreadId, hitId } = props;
  const { tail, passage, loading, jump } = history;
  const { id: meId, timeZone } = useMe();
  const hasOlder = (passage ?? tail).older !== null;
  const dayOf = useMemo(() => {
    const day = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    const known = new Map<string, string>();
    return (at: string) => known.get(at) ?? known.set(at, day.format(new Date(at))).get(at) ?? "";
  }, [timeZone]);
  const items = useMemo(() => {
    const known = new Set(entries.map((entry) => entry.id));
    const told = [...history.entries.filter((entry) => !known.has(entry.id)), ...entries];
    return threadItems({ shown: { tail, passage }, entries: told, firstUnreadId, outgoing }, dayOf);
  }, [tail, passage, history.entries, entries, firstUnreadId, outgoing, dayOf]);
  const said = useMemo(() => tail.messages.filter((one) => one.state !== "held"), [tail]);

  const { virtualizer, rows, roomBelowPx, setFocusedKey } = useWindow(scroller, items, hasOlder);
  const startsAt: Target | null =
    hitId !== null
      ? { id: hitId, align: "center", focus: true }
      : firstUnreadId !== null
        ? { id: firstUnreadId, align: "start", focus: false }
        : null;
  const { unseen, toEnd, goTo } = usePlaceInThread(scroller, virtualizer, {
    items,
    said,
    startsAt,
    sentCount: outgoing.length,
    meId,
  });
  const isRendered = (id: string | null | undefined) =>
    rows.some(({ index }) => items[index]?.key === id);
  useMarkSeen(scroller, props.reading, isRendered(props.reading.last?.id));
  useHit(scroller, {
    messageId: hitId,
    isLoaded: items.some((item) => item.key === hitId),
    isRendered: isRendered(hitId),
    jump,
    goTo: (id) => goTo({ id, align: "center", focus: true }),
  });

  // Who comes near an end of what is loaded wants what is beyond it.
  const more = useEffectEvent(history.more);
  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];
  const gap = items.findIndex((item) => item.type === "gap");
  const edge: Edge | null =
    hasOlder && first <= aheadRows
      ? "top"
      : gap >= 0 && gap >= first - aheadRows && gap <= last + aheadRows
        ? gap >= first
          ? "aboveGap"
          : "belowGap"
        : null;
  const loadedCount = tail.messages.length + (passage?.messages.length ?? 0);
  useEffect(() => {
    if (edge !== null && loadedCount > 0) more(edge);
  }, [edge, loadedCount]);

  useImperativeHandle(handle, () => ({
    toEnd,
    step: (by) => {
      const next = messageStep({ items, by, first, last });
      if (next !== null) goTo({ id: next, align: "auto", focus: true });
    },
  }));
  const isPart = hasOlder || gap >= 0 || rows.length < items.length;
  const toFirst = () =>
    void jump("first").then(
      (id) => id !== null && goTo({ id, align: "start", focus: true }),
      () => undefined,
    );
  const keepFocused = ({ target }: FocusEvent<HTMLElement>) =>
    setFocusedKey(target.closest<HTMLElement>("[data-key]")?.dataset.key ?? null);

  return (
    <div className="relative px-4 [overflow-anchor:none]">
      {hasOlder && (
        <div className="absolute inset-x-4 top-3 flex justify-center gap-2">
          <Button variant="quiet" busy={loading === "top"} onClick={() => history.more("top")}>
            {loading === "top" ? "Loading earlier messages" : "Show earlier messages"}
          </Button>
          <Button variant="quiet" busy={loading === "jump"} onClick={toFirst}>
            First message
          </Button>
        </div>
      )}
      <ol
        aria-label="Messages"
        className="flex flex-col gap-3"
        style={{ paddingBottom: roomBelowPx }}
        onFocus={keepFocused}
        onBlur={() => setFocusedKey(null)}
      >
        {rows.map(({ index, roomPx }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={index}
              data-key={item.key}
              {...(isPart ? { "aria-setsize": -1, "aria-posinset": index + 1 } : {})}
              style={roomPx === 0 ? undefined : { marginTop: roomPx }}
            >
              <ThreadRow
                item={item}
                requesterName={props.requesterName}
                foot={props.foot}
                unfolded={props.unfolded}
                filling={loading === "aboveGap" || loading === "belowGap"}
                onFill={() => history.more("aboveGap")}
              />
            </li>
          );
        })}
      </ol>
      <NewsPill unseen={unseen} apart={passage !== null} onClick={toEnd} />
    </div>
  );
}
