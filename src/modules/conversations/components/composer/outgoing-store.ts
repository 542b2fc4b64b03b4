"use client";

import type { TicketStatus } from "@/modules/tickets/client";
import type { MessageKind } from "../../schema";
import type { Written } from "./drafts/draft";

export type SetStatus = Exclude<TicketStatus, "closed">;

/** A message on its way to the server. Its id is the command's: sent again, it has the effect of one. */
export type Outgoing = {
  readonly commandId: string;
  readonly ticketId: string;
  readonly number: number;
  readonly kind: MessageKind;
  readonly written: Written;
  /** The version of the draft that it was. */
  readonly draftVersion: number | undefined;
  readonly setStatus: SetStatus | undefined;
  /** A later time at which it goes. */
  readonly sendAt: string | undefined;
  /** "Anna Kowalska and 1 more". */
  readonly to: string;
  /** Why it could not be sent; null while it is on its way. */
  readonly problem: { words: string; reference: string | undefined } | null;
};

let all: readonly Outgoing[] = [];
const listeners = new Set<() => void>();

function show(next: readonly Outgoing[]): void {
  all = next;
  for (const listener of listeners) listener();
}

export function putOutgoing(message: Outgoing): void {
  show([...all.filter((one) => one.commandId !== message.commandId), message]);
}

export function dropOutgoing(commandId: string | null): void {
  if (all.some((one) => one.commandId === commandId))
    show(all.filter((one) => one.commandId !== commandId));
}

export function subscribeOutgoing(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const allOutgoing = (): readonly Outgoing[] => all;
