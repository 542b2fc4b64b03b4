import type { Answer, Ask } from "../scenarios/journeys";
import type { Listener } from "./listeners";

/** What the server said yes to, kept by the clients: the measure of everything that came of it. */
export type Ledger = {
  tell: (ask: Ask, answer: Answer, atMs: number) => void;
  /** Commands whose answer was yes, with when that was known here. */
  accepted: Map<string, { operation: string; atMs: number }>;
  /** Commands that got no answer: they may have happened, once. */
  unknown: Set<string>;
};

export function aLedger(): Ledger {
  const accepted: Ledger["accepted"] = new Map();
  const unknown = new Set<string>();
  return {
    accepted,
    unknown,
    tell: ({ operation, commandId }, { status }, atMs) => {
      if (commandId === null) return;
      if (status === 200) accepted.set(commandId, { operation, atMs });
      else if (status === 0 || status >= 500) unknown.add(commandId);
    },
  };
}

export type Heard = { listeners: number; missing: number; doubled: number; disordered: number };

/** Whether every listener heard every accepted new ticket, once and in order. */
export function heardOf(ledger: Ledger, listeners: readonly Listener[]): Heard {
  const created = [...ledger.accepted].filter(
    ([, { operation }]) => operation === "tickets.create",
  );
  let [missing, doubled] = [0, 0];
  for (const { heard } of listeners)
    for (const [commandId] of created) {
      const times = heard.get(commandId) ?? 0;
      if (times === 0) missing += 1;
      if (times > 1) doubled += 1;
    }
  const disordered = listeners.reduce((sum, each) => sum + each.disordered, 0);
  return { listeners: listeners.length, missing, doubled, disordered };
}
