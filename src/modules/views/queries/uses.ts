import * as z from "zod";
import { activePolicies } from "@/modules/sla";
import { readFilterFresh } from "@/modules/tickets";
import { db } from "@/platform/database";
import { limits } from "@/platform/limits";
import { standardViews } from "../rules/standard-views";
import { uses } from "../rules/views-using";

export const usesInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tag"), name: z.string().max(limits.tagCharsMax) }),
  z.object({ kind: z.literal("field"), key: z.string().max(limits.fieldNameCharsMax) }),
  z.object({ kind: z.literal("team"), id: z.uuid() }),
]);

type Named = { id: string; name: string };

/** The views and promises that stand on something: they are others once it is taken away. */
export async function filtersUsing(
  thing: z.output<typeof usesInput>,
): Promise<{ views: Named[]; policies: Named[] }> {
  const views: Named[] = [];
  for (const { id, name, filter } of standardViews) {
    const { expression } = await readFilterFresh(filter);
    if (uses(expression, thing)) views.push({ id, name });
  }
  const policies = (await activePolicies(db.read))
    .filter(({ where }) => uses(where, thing))
    .map(({ id, name }) => ({ id, name }));
  return { views, policies };
}
