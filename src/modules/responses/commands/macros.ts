import * as z from "zod";
import { knowTags } from "@/modules/fields";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { mustBeTeam, mustKeep } from "../access";
import { responsesChanged } from "../events";
import { existingFor } from "../queries/existing";
import { missingFor } from "../rules/missing";
import { type Owned, ownedBy } from "../rules/scope";
import { doesSomething, macroSchema } from "../schema";
import type { MacroActions } from "../types";
import { outdated } from "./outdated";

type Stored = { id: string; owner_id: string | null; team_id: string | null };

async function heldMacro(tx: Transaction, id: string): Promise<Owned> {
  const row = await tx.first<Stored>(sql`
    select id, owner_id, team_id from macros where id = ${id} for update`);
  if (row === undefined) throw new AppError("not_found");
  return { ownerId: row.owner_id, teamId: row.team_id };
}

/** What is saved can be applied: a tag that it adds becomes known, and nothing that it names is gone. */
async function checkActions(tx: Transaction, actions: MacroActions, at: Date): Promise<void> {
  await knowTags(tx, actions.addTags ?? [], at);
  const missing = missingFor(actions, await existingFor(tx, actions, "open"));
  const lasting = missing.filter(({ kind }) => kind !== "status");
  if (lasting.length > 0) throw outdated(lasting);
}

const createSchema = macroSchema
  .extend({ commandId: commandIdSchema })
  .refine(doesSomething, { path: ["actions"], message: "A macro does something." });

export const createMacro = command(
  "macros.create",
  createSchema,
  async (tx, { actor, now }, input) => {
    const owned = ownedBy(input.scope, actor);
    await mustKeep(tx, actor, owned);
    await mustBeTeam(tx, owned);
    const known = await tx.first<{ count: number }>(sql`select count(*)::int as count from macros`);
    if ((known?.count ?? 0) >= limits.macrosMax)
      throw new AppError("limit_reached", { detail: { limit: limits.macrosMax } });
    await checkActions(tx, input.actions, now);
    const id = newId(now.getTime());
    await tx.rows(sql`
      insert into macros (id, name, actions, message_kind, body, owner_id, team_id, created_at,
        updated_at)
      values (${id}, ${input.name}, ${JSON.stringify(input.actions)},
        ${input.message?.kind ?? null}, ${input.message?.body ?? ""}, ${owned.ownerId},
        ${owned.teamId}, ${now}, ${now})`);
    tx.append(responsesChanged.make({ kind: "macro", id }));
    return { id };
  },
);

const updateSchema = macroSchema
  .extend({ commandId: commandIdSchema, id: z.uuid() })
  .refine(doesSomething, { path: ["actions"], message: "A macro does something." });

export const updateMacro = command(
  "macros.update",
  updateSchema,
  async (tx, { actor, now }, input) => {
    const owned = ownedBy(input.scope, actor);
    await mustKeep(tx, actor, await heldMacro(tx, input.id));
    await mustKeep(tx, actor, owned);
    await mustBeTeam(tx, owned);
    await checkActions(tx, input.actions, now);
    await tx.rows(sql`
      update macros set name = ${input.name}, actions = ${JSON.stringify(input.actions)},
        message_kind = ${input.message?.kind ?? null}, body = ${input.message?.body ?? ""},
        owner_id = ${owned.ownerId}, team_id = ${owned.teamId}, updated_at = ${now}
      where id = ${input.id}`);
    tx.append(responsesChanged.make({ kind: "macro", id: input.id }));
    return { id: input.id };
  },
);

const removeSchema = z.object({ commandId: commandIdSchema, id: z.uuid() });

export const removeMacro = command("macros.remove", removeSchema, async (tx, { actor }, { id }) => {
  await mustKeep(tx, actor, await heldMacro(tx, id));
  await tx.rows(sql`delete from macros where id = ${id}`);
  tx.append(responsesChanged.make({ kind: "macro", id }));
  return { id };
});
