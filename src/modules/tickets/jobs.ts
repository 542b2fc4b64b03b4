import * as z from "zod";
import { defineJob } from "@/platform/queues";

const slot = z.object({ slot: z.int().nonnegative() });

/** Closes what was resolved long ago; the rows say what. One a slot of time, whoever asks. */
export const closeOld = defineJob({
  name: "tickets.closeOld",
  queue: "upkeep",
  payload: slot,
  id: (job) => `close-old-${job.slot}`,
});

/** Brings back what was put aside until now; the rows say what. */
export const wakeSnoozed = defineJob({
  name: "tickets.wakeSnoozed",
  queue: "upkeep",
  payload: slot,
  id: (job) => `wake-snoozed-${job.slot}`,
});

/** Gives what somebody holds to others, batch after batch, until nothing is left. */
export const handOver = defineJob({
  name: "tickets.handOver",
  queue: "bulk",
  payload: z.object({ handoverId: z.uuid() }),
  id: ({ handoverId }) => `handover-${handoverId}`,
  timeoutMs: 10 * 60_000,
});

/** What is taken off tickets in the background, a few at a time. */
export const sweepSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tag"), name: z.string() }),
  z.object({ kind: z.literal("field"), key: z.string() }),
  z.object({ kind: z.literal("team"), teamId: z.uuid(), name: z.string() }),
]);
export type SweepAbout = z.output<typeof sweepSchema>;

const subjectOf = (about: SweepAbout): string => {
  if (about.kind === "team") return about.teamId;
  // Whatever letters a tag has, the queue takes these.
  return Buffer.from(about.kind === "tag" ? about.name : about.key).toString("hex");
};

/** Goes on until no ticket has it any more. `sinceMs`: the same may leave again another day. */
export const sweepAway = defineJob({
  name: "tickets.sweep",
  queue: "bulk",
  payload: z.object({ about: sweepSchema, byId: z.uuid(), sinceMs: z.int() }),
  id: ({ about, sinceMs }) => `sweep-${about.kind}-${subjectOf(about)}-${sinceMs}`,
});
