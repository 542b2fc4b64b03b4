import * as z from "zod";
import { conditionsOf, type Expression, filterOf, withTag } from "@/modules/filters";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { promisesChanged } from "../events";
import { activePolicies } from "../queries/policies";
import { askRecompute } from "../steps/ask-recompute";

const schema = z.object({ commandId: commandIdSchema, name: z.string(), becomes: z.string() });

const asksFor = (where: Expression, tag: string) =>
  conditionsOf(where).some(
    (condition) =>
      condition.type === "is" && condition.field === "tag" && condition.values.includes(tag),
  );

/**
 * A policy that asks for a renamed tag goes on being about the same tickets. Once it is done none
 * asks for the old one, so done again it does nothing.
 */
export const followTagInPolicies = command(
  "sla.followTag",
  schema,
  async (tx, { actor, now }, { name, becomes }) => {
    await tx.rows(sql`
      select id from sla_policies where retired_at is null order by position, id for update`);
    // InsightDesk itself has no row.
    const byId = actor.id === systemActor.id ? null : actor.id;
    const policies = (await activePolicies(tx)).filter(({ where }) => asksFor(where, name));
    for (const { id, version, name: called, calendarId, where, promised } of policies) {
      const definition = JSON.stringify({
        where: filterOf(withTag(where, name, becomes)),
        ...promised,
      });
      await tx.rows(sql`
        update sla_policies set version = ${version + 1}, definition = ${definition},
          updated_at = ${now} where id = ${id}`);
      await tx.rows(sql`
        insert into sla_policy_versions (policy_id, version, name, calendar_id, definition,
          actor_id, created_at)
        values (${id}, ${version + 1}, ${called}, ${calendarId}, ${definition}, ${byId}, ${now})`);
      const by = { id: actor.id, name: actor.name };
      tx.append(promisesChanged.make({ what: "policy", name: called, by }));
    }
    if (policies.length > 0) await askRecompute(tx, { reason: "policies", actorId: byId, now });
    return { renamed: policies.length };
  },
);
