import * as z from "zod/mini";
import { presenceModes } from "./names";

/** What a browser gets of an event: filtered for its room. */
export const liveEventSchema = z.object({
  name: z.string(),
  version: z.int(),
  position: z.int(),
  occurredAt: z.string(),
  actorId: z.nullable(z.string()),
  commandId: z.nullable(z.string()),
  payload: z.unknown(),
});
export type LiveEvent = z.infer<typeof liveEventSchema>;

/** One delivery: `previous` is the room's last position before it, so that a gap is noticed. */
export const deliverySchema = z.object({
  room: z.string(),
  previous: z.int(),
  event: liveEventSchema,
});
export type Delivery = z.infer<typeof deliverySchema>;

/**
 * Every few seconds: each room's last position, and the position up to which this server has sent
 * everything. A client that is behind a room's last one catches up; one that is not moves on to
 * `position`, so that a quiet room does not grow old.
 */
export const heartbeatSchema = z.object({
  epoch: z.int(),
  at: z.string(),
  position: z.int(),
  rooms: z.record(z.string(), z.int()),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** `since`: the highest position that the client's screen already holds; null when it has none. */
export const joinSchema = z.object({
  room: z.string().check(z.maxLength(80)),
  since: z.nullable(z.int()),
});

export const joinAnswerSchema = z.union([
  z.object({
    ok: z.literal(true),
    epoch: z.int(),
    /** The room's last position. */
    last: z.int(),
    /** What was missed, in order; null when it is longer ago than the log: fetch again. */
    missed: z.nullable(z.array(liveEventSchema)),
  }),
  z.object({ ok: z.literal(false), code: z.string() }),
]);
export type JoinAnswer = z.infer<typeof joinAnswerSchema>;

export const presenceSchema = z.object({
  ticketId: z.string().check(z.maxLength(36)),
  mode: z.nullable(z.enum(presenceModes)),
});
export const presentPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  mode: z.enum(presenceModes),
});
export const presenceUpdateSchema = z.object({
  ticketId: z.string(),
  people: z.array(presentPersonSchema),
});
/** Which of some tickets somebody else has open; asked by who looks for the next one. */
export const takenSchema = z.object({
  ticketIds: z.array(z.string().check(z.maxLength(36))).check(z.maxLength(20)),
});
export const takenAnswerSchema = z.object({ taken: z.array(z.string()) });
export type PresentPerson = z.infer<typeof presentPersonSchema>;
export type PresenceUpdate = z.infer<typeof presenceUpdateSchema>;
