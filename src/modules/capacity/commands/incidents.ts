import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { incidentAcknowledged } from "../events";
import type { Abroad } from "../rules/incidents/condition";

type Row = {
  id: string;
  subject: string;
  level: "warning" | "critical";
  title: string;
  says: string;
  action: string;
  abroad: Abroad | null;
  opened_at: Date;
  acknowledged_at: Date | null;
  resolved_at: Date | null;
};

async function heldIncident(tx: CommandTx, id: string): Promise<Row> {
  const row = await tx.first<Row>(sql`
    select id, subject, level, title, says, action, abroad, opened_at, acknowledged_at, resolved_at
    from incidents where id = ${id} for update`);
  if (row === undefined) throw new AppError("not_found");
  return row;
}

type Entry = { kind: "acknowledged" | "note"; says: string; actorId: string; at: Date };
const enter = (tx: CommandTx, incidentId: string, { kind, says, actorId, at }: Entry) =>
  tx.rows(sql`
    insert into incident_entries (id, incident_id, kind, says, actor_id, at)
    values (${newId(at.getTime())}, ${incidentId}, ${kind}, ${says}, ${actorId}, ${at})`);

/** Says that somebody knows of it; who came first stays. */
export const acknowledgeIncident = command(
  "capacity.acknowledgeIncident",
  z.object({ commandId: commandIdSchema, id: z.uuid() }),
  async (tx, { actor, now }, { id }) => {
    const incident = await heldIncident(tx, id);
    if (incident.acknowledged_at !== null || incident.resolved_at !== null)
      return { acknowledged: false };
    await tx.rows(sql`
      update incidents set acknowledged_at = ${now}, acknowledged_by = ${actor.id},
        version = version + 1
      where id = ${id}`);
    await enter(tx, id, { kind: "acknowledged", says: "", actorId: actor.id, at: now });
    const { subject, level, title, says, action } = incident;
    tx.append(
      incidentAcknowledged.make({
        ...{ incidentId: id, subject, level, title, says, action },
        openedAt: incident.opened_at.toISOString(),
        abroad: incident.abroad,
        by: { id: actor.id, name: actor.name },
      }),
    );
    return { acknowledged: true };
  },
);

/** Writes down what was found or done, for those who look later. */
export const noteIncident = command(
  "capacity.noteIncident",
  z.object({
    commandId: commandIdSchema,
    id: z.uuid(),
    says: z.string().trim().min(1).max(limits.incidentEntryCharsMax),
  }),
  async (tx, { actor, now }, { id, says }) => {
    await heldIncident(tx, id);
    await enter(tx, id, { kind: "note", says, actorId: actor.id, at: now });
    return { id };
  },
);
