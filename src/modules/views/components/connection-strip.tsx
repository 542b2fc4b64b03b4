"use client";

import { useIsMutating } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { useConnectionState } from "@/live/use-connection";
import { useMe } from "@/modules/tickets/components/me";
import { useNow } from "@/ui/now-provider";
import { Reconnecting } from "@/ui/reconnecting";
import { Strip } from "@/ui/strip";
import { TextLink } from "@/ui/text-link";

function subscribeOnline(changed: () => void): () => void {
  const listening = new AbortController();
  window.addEventListener("online", changed, { signal: listening.signal });
  window.addEventListener("offline", changed, { signal: listening.signal });
  return () => listening.abort();
}

const isOnline = () => navigator.onLine;

/** Says when the screen has stopped to be live, and whose state it shows since then. */
export function ConnectionStrip() {
  const state = useConnectionState();
  const me = useMe();
  const now = useNow(1_000);
  const waiting = useIsMutating();
  const [lostAt, setLostAt] = useState<Date | null>(null);
  const online = useSyncExternalStore(subscribeOnline, isOnline, () => true);
  const isLost = state === "offline" || !online;
  if (isLost && lostAt === null) setLostAt(now);
  if (!isLost && lostAt !== null) setLostAt(null);
  if (state === "refused")
    return (
      <Strip tone="bad" action={<TextLink href="/sign-in">Sign in</TextLink>}>
        You are not signed in any more. What you wrote is kept.
      </Strip>
    );
  return (
    <Reconnecting
      connected={!isLost}
      seenAt={lostAt ?? now}
      zone={me.timeZone}
      locale={me.locale}
      waiting={waiting}
    />
  );
}
