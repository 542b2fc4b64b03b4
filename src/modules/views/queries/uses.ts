import * as z from "zod";
import { activePolicies } from "@/modules/sla";
import { readFiltersFresh, ticketFieldsNow, withIds } from "@/modules/tickets";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { standardViews } from "../rules/standard-views";
import { uses } from "../rules/views-using";

export const usesInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tag"), name: z.string().max(limits.tagCharsMax) }),
  z.object({ kind: z.literal("field"), key: z.string().max(limits.fieldNameCharsMax) }),
  z.object({ kind: z.literal("team"), id: z.uuid() }),
  z.object({ kind: z.literal("organization"), id: z.uuid() }),
]);

type Named = { id: string; name: string };
type Uses = {
  views: Named[];
  policies: Named[];
  /** There are more views than were looked at. */
  isCut: boolean;
};

const searchedMax = raw(String(limits.viewsSearchedMax + 1));

/** Everybody's views, those first that several people see. */
async function allViews(): Promise<(Named & { filter: string })[]> {
  const saved = await db.read.rows<Named & { filter: string }>(sql`
    select id, name, filter from views
    order by audience = 'personal', updated_at desc, id limit ${searchedMax}`);
  return [...standardViews, ...saved];
}

/**
 * The views and promises that stand on something: they are others once it is taken away. By
 * everybody, whoever's they are.
 */
export async function filtersUsing(thing: z.output<typeof usesInput>): Promise<Uses> {
  const known = await allViews();
  const reads = await readFiltersFresh(known.map(({ filter }) => filter));
  const written = reads.map(({ expression }) => expression);
  const hasId = thing.kind === "team" || thing.kind === "organization";
  const named = hasId ? await withIds(written, ticketFieldsNow()) : null;
  const users = known.filter((_, place) => {
    const expression = named?.[place]?.expression ?? written[place];
    return expression !== undefined && uses(expression, thing);
  });
  const policies = (await activePolicies(db.read))
    .filter(({ where }) => uses(where, thing))
    .map(({ id, name }) => ({ id, name }));
  return {
    views: users.slice(0, limits.usesListedMax).map(({ id, name }) => ({ id, name })),
    policies,
    isCut:
      users.length > limits.usesListedMax ||
      known.length > limits.viewsSearchedMax + standardViews.length,
  };
}
