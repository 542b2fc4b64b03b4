"use client";

import { trpc } from "@/trpc/client";
import { loadConversation } from "./load-conversation";

/** Fetches an open ticket again, with as much of its conversation as stands on the screen. */
export function useRefetchTicket(): (number: number) => Promise<void> {
  const utils = trpc.useUtils();
  return async (number) => {
    const fresh = await loadConversation(
      () => utils.client.tickets.get.query({ number }),
      (before) => utils.client.tickets.messages.query({ number, before }),
      utils.tickets.get.getData({ number })?.messages[0],
    );
    utils.tickets.get.setData({ number }, fresh);
  };
}
