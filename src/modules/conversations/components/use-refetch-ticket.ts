"use client";

import { trpc } from "@/trpc/client";
import { loadConversation } from "./load-conversation";
import { keepPast, pastOf } from "./past/past-store";
import { reloadPassage } from "./past/reload-passage";

/** Fetches an open ticket again, with as much of its conversation as stands on the screen. */
export function useRefetchTicket(): (number: number) => Promise<void> {
  const utils = trpc.useUtils();
  return async (number) => {
    const { messages } = utils.client.tickets;
    const fresh = await loadConversation(
      () => utils.client.tickets.get.query({ number }),
      (before) => messages.query({ number, before, large: true }),
      utils.tickets.get.getData({ number })?.messages[0],
    );
    const { passage } = pastOf(number);
    const reloaded =
      passage === null
        ? null
        : await reloadPassage(passage, ({ ...where }) =>
            messages.query({ number, ...where, large: true }),
          );
    utils.tickets.get.setData({ number }, fresh);
    // Whoever jumped on meanwhile has what is newest.
    if (passage !== null && pastOf(number).passage === passage)
      keepPast({ ...pastOf(number), passage: reloaded });
  };
}
