"use client";

import { useState } from "react";
import { useConnectionState } from "@/live/use-connection";
import { useNow } from "@/ui/now-provider";
import { Reconnecting } from "@/ui/reconnecting";
import { Strip } from "@/ui/strip";
import { TextLink } from "@/ui/text-link";
import { useSay } from "@/ui/words";

interface ConnectionStripProps {
  readonly zone: string;
  readonly locale: string;
  /** The page to come back to after signing in again. */
  readonly here: string;
  readonly waiting?: number | undefined;
}

/** Says when the page is not live, and of which moment it is. */
export function ConnectionStrip({ zone, locale, here, waiting }: ConnectionStripProps) {
  const say = useSay("connection");
  const state = useConnectionState();
  const now = useNow();
  const isLost = state === "offline";
  const [lostAt, setLostAt] = useState<Date | null>(null);
  if (isLost && lostAt === null) setLostAt(now);
  if (!isLost && lostAt !== null) setLostAt(null);
  if (state === "refused") {
    return (
      <Strip
        action={
          <TextLink href={`/sign-in?to=${encodeURIComponent(here)}`}>{say("signIn")}</TextLink>
        }
      >
        {say("signedOut")}
      </Strip>
    );
  }
  return (
    <Reconnecting
      connected={!isLost}
      seenAt={lostAt ?? now}
      zone={zone}
      locale={locale}
      waiting={waiting}
    />
  );
}
