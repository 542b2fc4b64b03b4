import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { profileChanged } from "../events";
import { ownKeysSchema } from "../schema";

const schema = z.object({ commandId: commandIdSchema, keys: ownKeysSchema });

/** Which keys somebody works with, where they differ from those that everybody begins with. */
export const setKeys = command("identity.setKeys", schema, async (tx, { actor, now }, { keys }) => {
  await tx.rows(sql`
    update users set keys = ${JSON.stringify(keys)}::jsonb, updated_at = ${now}
    where id = ${actor.id}`);
  tx.append(profileChanged.make({ userId: actor.id }));
  return { keys };
});
