"use client";

import { useEffect, useState } from "react";
import type { PresentPerson } from "@/platform/realtime/wire";
import { useLiveConnection } from "./provider";

/** Says where this person is, and who else is there. */
export function usePresence(
  ticketId: string | null,
  mode: PresentPerson["mode"] | null,
): readonly PresentPerson[] {
  const connection = useLiveConnection();
  const [people, setPeople] = useState<readonly PresentPerson[]>([]);

  useEffect(() => {
    if (connection === null || ticketId === null) return;
    const stop = connection.onPresence((update) => {
      if (update.ticketId === ticketId) setPeople(update.people);
    });
    return () => {
      stop();
      connection.setPresence(ticketId, null);
      setPeople([]);
    };
  }, [connection, ticketId]);

  useEffect(() => {
    if (connection !== null && ticketId !== null) connection.setPresence(ticketId, mode);
  }, [connection, ticketId, mode]);

  return people;
}
