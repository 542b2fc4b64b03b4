import * as z from "zod";
import { filterOf } from "@/modules/filters";
import { type CommandContext, type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { promisesChanged } from "../events";
import { readWhere } from "../queries/read-where";
import type { Metric } from "../rules/metrics";
import type { Promised } from "../rules/promise";
import { nameSchema, policyDraftSchema } from "../schema";
import { askRecompute } from "../steps/ask-recompute";

type Stored = { id: string; name: string; version: number; position: number };

async function activeOrder(tx: CommandTx): Promise<Stored[]> {
  return tx.rows<Stored>(sql`
    select id, name, version, position from sla_policies where retired_at is null
    order by position, id for update`);
}

const wrong = (field: string, problem: string) =>
  new AppError("invalid_input", { detail: { fields: [field], problems: [problem] } });

const promisesNothing = ({ targets }: Promised) => {
  const kinds: readonly Metric[] = ["firstResponse", "nextResponse", "resolution"];
  return kinds.every((metric) => Object.keys(targets[metric]).length === 0);
};

/** Tells, and has the clocks of open tickets read again. */
async function changed(
  tx: CommandTx,
  { actor, now }: CommandContext,
  what: "policy" | "order",
  name: string,
): Promise<string> {
  tx.append(promisesChanged.make({ what, name, by: { id: actor.id, name: actor.name } }));
  return askRecompute(tx, { reason: "policies", actorId: actor.id, now });
}

const saveSchema = policyDraftSchema.extend({
  commandId: commandIdSchema,
  name: nameSchema,
  /** Null makes a new one, at the end of the list. */
  policyId: z.uuid().nullable(),
  /** The version that was edited; another one is a conflict. */
  seenVersion: z.int().optional(),
});

/** Makes or changes a policy. The version before stays, for the clocks that it has explained. */
export const savePolicy = command("sla.savePolicy", saveSchema, async (tx, context, input) => {
  const { actor, now } = context;
  const where = readWhere(input.filter);
  if (promisesNothing(input.promised)) throw wrong("promised", "nothing is promised");
  const calendar = await tx.first(sql`
    select id from sla_calendars where id = ${input.calendarId} and retired_at is null
    for key share`);
  if (calendar === undefined) throw new AppError("not_found");
  const definition = JSON.stringify({ where: filterOf(where), ...input.promised });
  const order = await activeOrder(tx);
  const before = order.find(({ id }) => id === input.policyId);
  if (input.policyId !== null && before === undefined) throw new AppError("not_found");
  if (before !== undefined && input.seenVersion !== before.version)
    throw new AppError("settings_changed", { detail: { version: before.version } });
  if (before === undefined && order.length >= limits.slaPoliciesMax)
    throw wrong("policyId", `there can be ${limits.slaPoliciesMax} policies`);
  const id = before?.id ?? newId(now.getTime());
  const version = (before?.version ?? 0) + 1;
  const position = before?.position ?? (order.at(-1)?.position ?? 0) + 1;
  await tx.rows(sql`
    insert into sla_policies (id, position, name, version, calendar_id, definition, created_at,
      updated_at)
    values (${id}, ${position}, ${input.name}, ${version}, ${input.calendarId}, ${definition},
      ${now}, ${now})
    on conflict (id) do update set name = excluded.name, version = excluded.version,
      calendar_id = excluded.calendar_id, definition = excluded.definition,
      updated_at = excluded.updated_at`);
  await tx.rows(sql`
    insert into sla_policy_versions (policy_id, version, name, calendar_id, definition, actor_id,
      created_at)
    values (${id}, ${version}, ${input.name}, ${input.calendarId}, ${definition}, ${actor.id},
      ${now})`);
  return { policyId: id, version, recomputeId: await changed(tx, context, "policy", input.name) };
});

/**
 * The order in which policies are asked; the first whose conditions fit is the ticket's. What
 * somebody added meanwhile comes after those that are named.
 */
export const orderPolicies = command(
  "sla.orderPolicies",
  z.object({
    commandId: commandIdSchema,
    policyIds: z.array(z.uuid()).min(1).max(limits.slaPoliciesMax),
  }),
  async (tx, context, { policyIds }) => {
    const known = (await activeOrder(tx)).map(({ id }) => id);
    const named = [...new Set(policyIds)].filter((id) => known.includes(id));
    const order = [...named, ...known.filter((id) => !named.includes(id))];
    await tx.rows(sql`
      update sla_policies set position = given.position, updated_at = ${context.now}
      from unnest(${order}::uuid[]) with ordinality as given (id, position)
      where sla_policies.id = given.id`);
    return { recomputeId: await changed(tx, context, "order", "") };
  },
);

/** Takes a policy out of the list; what it promised before, its versions still explain. */
export const retirePolicy = command(
  "sla.retirePolicy",
  z.object({ commandId: commandIdSchema, policyId: z.uuid() }),
  async (tx, context, { policyId }) => {
    const policy = await tx.first<{ name: string }>(sql`
      update sla_policies set retired_at = ${context.now}
      where id = ${policyId} and retired_at is null
      returning name`);
    // Somebody else was faster, and it is as both wanted it.
    if (policy === undefined) return { recomputeId: null };
    return { recomputeId: await changed(tx, context, "policy", policy.name) };
  },
);
