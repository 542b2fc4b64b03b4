import * as z from "zod";
import { fieldsChanged, forgetField, forgetTag, leavingTag } from "@/modules/fields";
import { type CommandContext, type CommandTx, command, commandIdSchema } from "@/platform/command";
import { raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { ticketUpdated, type Via } from "../events";
import { sweepSchema } from "../jobs";
import type { FieldChange, Ticket } from "../rules/ticket";
import { logActivity, rowOf, saveTicket, ticketForUpdate } from "../steps";
import { plainChange } from "./apply-change";

type Swept = { ticket: Ticket; changes: FieldChange[] };
type Sweep = { where: Sql; via: Via; of: (ticket: Ticket) => Swept; finish: () => Promise<void> };

const schema = z.object({ commandId: commandIdSchema, about: sweepSchema });

async function sweepOf(
  tx: CommandTx,
  about: z.output<typeof sweepSchema>,
): Promise<Sweep | undefined> {
  switch (about.kind) {
    case "tag": {
      const leaving = await leavingTag(tx, about.name);
      return leaving && tagSweep(tx, about.name, leaving.becomes);
    }
    case "field":
      return fieldSweep(tx, about.key);
    case "team":
      return teamSweep(about.teamId, about.name);
  }
}

function tagSweep(tx: CommandTx, name: string, becomes: string | null): Sweep {
  return {
    where: sql`tickets.tags && ${[name]}`,
    via: { kind: "tag", name },
    of: (ticket) => {
      const kept = ticket.tags.map((tag) => (tag === name ? becomes : tag));
      const tags = [...new Set(kept.filter((tag) => tag !== null))];
      return {
        ticket: { ...ticket, tags },
        changes: [{ field: "tags", from: ticket.tags, to: tags }],
      };
    },
    finish: () => forgetTag(tx, name),
  };
}

function fieldSweep(tx: CommandTx, key: string): Sweep {
  return {
    where: sql`tickets.fields ? ${key}`,
    via: { kind: "field", name: key },
    of: (ticket) => {
      const { [key]: from = null, ...fields } = ticket.fields;
      return {
        ticket: { ...ticket, fields },
        changes: [{ field: `field.${key}`, from, to: null }],
      };
    },
    finish: async () => {
      await forgetField(tx, key);
      tx.append(fieldsChanged.make({ key }));
    },
  };
}

function teamSweep(teamId: string, name: string): Sweep {
  return {
    where: sql`tickets.team_id = ${teamId} and tickets.status <> 'closed'`,
    via: { kind: "team", name },
    of: (ticket) => ({
      ticket: { ...ticket, teamId: null },
      changes: [{ field: "teamId", from: teamId, to: null }],
    }),
    finish: async () => undefined,
  };
}

/**
 * Takes something that is gone off the next few tickets that have it. Closed ones are no exception
 * for tags and fields, and nobody's last update moves: this is housekeeping, not work on a ticket.
 */
export const sweepTickets = command("tickets.sweep", schema, async (tx, context, { about }) => {
  const sweep = await sweepOf(tx, about);
  if (sweep === undefined) return { left: false };
  const found = await tx.rows<{ id: string }>(sql`
    select id from tickets where ${sweep.where} order by id
    limit ${raw(String(limits.retagBatchRows))}`);
  for (const { id } of found) await sweepOne(tx, context, id, sweep);
  const left = found.length === limits.retagBatchRows;
  if (!left) await sweep.finish();
  return { left };
});

async function sweepOne(
  tx: CommandTx,
  { actor, now }: CommandContext,
  ticketId: string,
  sweep: Sweep,
): Promise<void> {
  const ticket = await ticketForUpdate(tx, actor, ticketId);
  const { ticket: swept, changes } = sweep.of(ticket);
  if (changes.every(({ from, to }) => JSON.stringify(from) === JSON.stringify(to))) return;
  await saveTicket(tx, { ...swept, version: ticket.version + 1 });
  await logActivity(
    tx,
    { ticketId, actorId: actor.id, at: now },
    { kind: "changed", detail: { changes, via: sweep.via } },
  );
  const row = await rowOf(tx, ticketId);
  const by = { id: actor.id, name: actor.name };
  const told = changes.map(plainChange);
  tx.append(ticketUpdated.make({ row, changes: told, by, via: sweep.via }, { ticketId }));
}
