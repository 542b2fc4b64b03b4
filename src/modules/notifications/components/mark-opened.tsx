"use client";

import { useEffect, useEffectEvent } from "react";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";

/** A ticket that is open before somebody's eyes is read in the inbox, too. */
export function MarkOpened({ number }: { number: number }) {
  const utils = trpc.useUtils();
  const triage = trpc.notifications.triage.useMutation();
  const { data } = trpc.notifications.unread.useQuery();
  // What came while the one before it was being read leaves the ticket unread: each answer that
  // still says so is one more to read.
  const unreadAsOf = data?.numbers.includes(number) === true ? data.asOf : null;

  const read = useEffectEvent(() => {
    if (document.visibilityState !== "visible") return;
    triage.mutate(
      { commandId: newId(), numbers: [number], verb: "read" },
      // Refused, it would be unread again at once: then the next thing to be told asks anew.
      { onSuccess: () => void utils.notifications.unread.invalidate() },
    );
  });

  useEffect(() => {
    if (unreadAsOf === null) return;
    read();
    const listening = new AbortController();
    document.addEventListener("visibilitychange", () => read(), { signal: listening.signal });
    return () => listening.abort();
  }, [unreadAsOf]);
  return null;
}
