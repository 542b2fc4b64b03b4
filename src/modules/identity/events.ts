import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

const accessReasons = [
  "suspended",
  "reinstated",
  "role_changed",
  "password_changed",
  "signed_out",
] as const;
export type AccessReason = (typeof accessReasons)[number];

/**
 * Somebody's way in is not what it was: their sockets close, and whoever may still come in comes
 * in anew. `session` is the mark of the one session that ended, null when all are meant.
 */
export const accessChanged = defineEvent({
  name: "identity.access_changed",
  version: 1,
  payload: z.object({
    userId: z.uuid(),
    reason: z.enum(accessReasons),
    session: z.string().nullable().default(null),
  }),
});

/** Teams, their names or who is in them: whoever shows them asks again. */
export const teamsChanged = defineEvent({
  name: "identity.teams_changed",
  version: 1,
  payload: z.object({ teamId: z.uuid() }),
});

/** A team was put away; what it held looks for another place. */
export const teamArchived = defineEvent({
  name: "identity.team_archived",
  version: 1,
  payload: z.object({ teamId: z.uuid(), name: z.string(), sinceMs: z.int() }),
});

/** Somebody is away, or here again; their other devices show it, too. */
export const availabilityChanged = defineEvent({
  name: "identity.availability_changed",
  version: 1,
  payload: z.object({ userId: z.uuid() }),
});

/** What somebody said of themselves is another: their other devices ask again. */
export const profileChanged = defineEvent({
  name: "identity.profile_changed",
  version: 1,
  payload: z.object({ userId: z.uuid() }),
});
