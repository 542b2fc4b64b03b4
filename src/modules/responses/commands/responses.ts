import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { mustBeTeam, mustKeep } from "../access";
import { responsesChanged } from "../events";
import { type Owned, ownedBy } from "../rules/scope";
import { responseSchema } from "../schema";

type Stored = { id: string; owner_id: string | null; team_id: string | null };

async function heldResponse(tx: Transaction, id: string): Promise<Owned> {
  const row = await tx.first<Stored>(sql`
    select id, owner_id, team_id from canned_responses where id = ${id} for update`);
  if (row === undefined) throw new AppError("not_found");
  return { ownerId: row.owner_id, teamId: row.team_id };
}

/** @throws AppError `name_taken`: in one scope a shortcut means one thing. */
async function freeShortcut(
  tx: Transaction,
  id: string,
  shortcut: string | null,
  { ownerId, teamId }: Owned,
): Promise<void> {
  if (shortcut === null) return;
  const taken = await tx.first<{ name: string }>(sql`
    select name from canned_responses
    where shortcut = ${shortcut}::citext and id <> ${id}
      and owner_id is not distinct from ${ownerId} and team_id is not distinct from ${teamId}`);
  if (taken !== undefined) throw new AppError("name_taken", { detail: { shortcut, ...taken } });
}

const createSchema = responseSchema.extend({ commandId: commandIdSchema });

export const createResponse = command(
  "responses.create",
  createSchema,
  async (tx, { actor, now }, input) => {
    const owned = ownedBy(input.scope, actor);
    await mustKeep(tx, actor, owned);
    await mustBeTeam(tx, owned);
    const id = newId(now.getTime());
    await freeShortcut(tx, id, input.shortcut, owned);
    await tx.rows(sql`
      insert into canned_responses (id, name, shortcut, body, owner_id, team_id, created_at,
        updated_at)
      values (${id}, ${input.name}, ${input.shortcut}, ${input.body}, ${owned.ownerId},
        ${owned.teamId}, ${now}, ${now})`);
    tx.append(responsesChanged.make({ kind: "response", id }));
    return { id };
  },
);

const updateSchema = createSchema.extend({ id: z.uuid() });

export const updateResponse = command(
  "responses.update",
  updateSchema,
  async (tx, { actor, now }, input) => {
    const owned = ownedBy(input.scope, actor);
    await mustKeep(tx, actor, await heldResponse(tx, input.id));
    await mustKeep(tx, actor, owned);
    await mustBeTeam(tx, owned);
    await freeShortcut(tx, input.id, input.shortcut, owned);
    await tx.rows(sql`
      update canned_responses set name = ${input.name}, shortcut = ${input.shortcut},
        body = ${input.body}, owner_id = ${owned.ownerId}, team_id = ${owned.teamId},
        updated_at = ${now}
      where id = ${input.id}`);
    tx.append(responsesChanged.make({ kind: "response", id: input.id }));
    return { id: input.id };
  },
);

const removeSchema = z.object({ commandId: commandIdSchema, id: z.uuid() });

export const removeResponse = command(
  "responses.remove",
  removeSchema,
  async (tx, { actor }, { id }) => {
    await mustKeep(tx, actor, await heldResponse(tx, id));
    await tx.rows(sql`delete from canned_responses where id = ${id}`);
    tx.append(responsesChanged.make({ kind: "response", id }));
    return { id };
  },
);
