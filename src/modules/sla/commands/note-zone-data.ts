import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { askRecompute } from "../steps/ask-recompute";

/**
 * A process that knows a newer time zone database than the clocks were computed with asks for them
 * to be read again. An older one, which runs while processes are replaced, changes nothing.
 */
export const noteZoneData = command(
  "sla.noteZoneData",
  z.object({ commandId: commandIdSchema, version: z.string().min(1).max(40) }),
  async (tx, { now }, { version }) => {
    const known = await tx.first<{ version: string }>(sql`
      insert into sla_zone_data (version) values (${version})
      on conflict (singleton) do update set version = sla_zone_data.version
      returning version`);
    if (known === undefined || known.version >= version) return { newer: false };
    await tx.rows(sql`update sla_zone_data set version = ${version}`);
    await askRecompute(tx, { reason: "zone_data", actorId: null, now });
    return { newer: true };
  },
);
