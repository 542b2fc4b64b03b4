"use client";

import { useEffect, useEffectEvent } from "react";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";

/** A ticket that is open before somebody's eyes is read in the inbox, too. */
export function MarkOpened({ number }: { number: number }) {
  const utils = trpc.useUtils();
  const triage = trpc.notifications.triage.useMutation();
  const { data } = trpc.notifications.unread.useQuery();
  const isUnread = data?.numbers.includes(number) === true;

  const read = useEffectEvent(() => {
    if (document.visibilityState !== "visible") return;
    triage.mutate(
      { commandId: newId(), numbers: [number], verb: "read" },
      { onSettled: () => void utils.notifications.unread.invalidate() },
    );
  });

  useEffect(() => {
    if (!isUnread) return;
    read();
    const listening = new AbortController();
    document.addEventListener("visibilitychange", () => read(), { signal: listening.signal });
    return () => listening.abort();
  }, [isUnread]);
  return null;
}
