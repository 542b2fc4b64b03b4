"use client";

import { StatusGlyph } from "@/ui/glyphs/status-glyph";
import { useSay } from "@/ui/words";
import type { TicketStatus } from "../../rules/words";

/**
 * Where a request stands, in a customer's words. On hold looks like open: that we wait for somebody
 * else is ours to know.
 */
export function RequestStatus({ status }: { status: TicketStatus }) {
  const say = useSay("status");
  const shown = status === "on_hold" ? "open" : status;
  return (
    <StatusGlyph
      status={shown}
      label
      name={say(status)}
      className={status === "pending" ? "font-semibold text-ink" : "text-ink-2"}
    />
  );
}
