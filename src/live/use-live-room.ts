"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { LiveEvent } from "@/platform/realtime/wire";
import type { LiveConnection } from "./connection";
import { useLiveConnection } from "./provider";
import type { Member } from "./room";

type Following = {
  /** The position that the screen's data holds; nothing is followed before there is one. */
  asOf: number | undefined;
  onEvent: (event: LiveEvent) => void;
  onGap: () => void;
};

/** Follows a room: each event above `asOf` once or more, in order; or the news of a gap. */
export function useLiveRoom(room: string | null, { asOf, onEvent, onGap }: Following): void {
  const connection = useLiveConnection();
  const member = useRef<Member | null>(null);
  const tell = useEffectEvent(onEvent);
  const gap = useEffectEvent(onGap);
  const known = asOf !== undefined;
  const follow = useEffectEvent((connection: LiveConnection, room: string, mine: Member) =>
    connection.join(room, mine, asOf ?? 0),
  );

  useEffect(() => {
    if (connection === null || room === null || !known) return;
    const mine: Member = { onEvent: (event) => tell(event), onGap: () => gap() };
    member.current = mine;
    const leave = follow(connection, room, mine);
    return () => {
      member.current = null;
      leave();
    };
  }, [connection, room, known]);

  useEffect(() => {
    if (connection === null || room === null || asOf === undefined) return;
    if (member.current !== null) connection.snapshot(room, asOf, member.current);
  }, [connection, room, asOf]);
}
