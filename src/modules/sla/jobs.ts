import * as z from "zod";
import { defineJob } from "@/platform/queues";

/** Reads a ticket's clocks again after something happened to it. */
export const followTicket = defineJob({
  name: "sla.follow",
  queue: "sla-checks",
  payload: z.object({ eventId: z.uuid(), ticketId: z.uuid() }),
  id: ({ eventId }) => `sla-follow-${eventId}`,
  // What falls due is told of on the second, whatever else there is to follow.
  priority: 1,
});

/**
 * Tells of clocks that have crossed a threshold, batch by batch, until none is left: which ones they
 * are, the database knows, so that nothing is lost with the queue.
 */
export const checkDue = defineJob({
  name: "sla.checkDue",
  queue: "sla-checks",
  payload: z.object({ sweep: z.int(), part: z.int() }),
  id: ({ sweep, part }) => `sla-due-${sweep}-${part}`,
});

/** Puts what was told into the tickets' own columns, for lists, as long as nothing is to be told. */
export const showCrossed = defineJob({
  name: "sla.showCrossed",
  queue: "sla-checks",
  payload: z.object({ sweep: z.int(), part: z.int() }),
  id: ({ sweep, part }) => `sla-show-${sweep}-${part}`,
});

/** Goes on reading the clocks of open tickets again after a promise was changed. */
export const recompute = defineJob({
  name: "sla.recompute",
  queue: "sla-checks",
  payload: z.object({ runId: z.uuid(), checkedCount: z.int() }),
  id: ({ runId, checkedCount }) => `sla-recompute-${runId}-${checkedCount}`,
  priority: 2,
});

/** A tag got another name: policies that ask for it go on being about the same tickets. */
export const policiesFollowTag = defineJob({
  name: "sla.follow_tag",
  queue: "upkeep",
  payload: z.object({ name: z.string(), becomes: z.string(), byId: z.uuid(), sinceMs: z.int() }),
  id: ({ name, sinceMs }) => `policies-follow-${Buffer.from(name).toString("hex")}-${sinceMs}`,
});
