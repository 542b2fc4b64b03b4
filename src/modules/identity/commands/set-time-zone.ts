import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { profileChanged } from "../events";
import { zoneSchema } from "../schema";

const schema = z.object({ commandId: commandIdSchema, timeZone: zoneSchema });

/** Whose clock somebody reads times by, and has quiet hours on. */
export const setTimeZone = command(
  "identity.setTimeZone",
  schema,
  async (tx, { actor, now }, { timeZone }) => {
    await tx.rows(sql`
      update users set time_zone = ${timeZone}, updated_at = ${now} where id = ${actor.id}`);
    tx.append(profileChanged.make({ userId: actor.id }));
    return { timeZone };
  },
);
