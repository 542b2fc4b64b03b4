import * as z from "zod";
import { readFilterFresh } from "@/modules/tickets";
import { limits } from "@/platform/limits";
import { standardViews } from "../rules/standard-views";
import { uses } from "../rules/views-using";

export const usesInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tag"), name: z.string().max(limits.tagCharsMax) }),
  z.object({ kind: z.literal("field"), key: z.string().max(limits.fieldNameCharsMax) }),
  z.object({ kind: z.literal("team"), id: z.uuid() }),
]);

/** The views that show other tickets, or none, once something is taken away. */
export async function viewsUsing(
  thing: z.output<typeof usesInput>,
): Promise<{ views: { id: string; name: string }[] }> {
  const views: { id: string; name: string }[] = [];
  for (const { id, name, filter } of standardViews) {
    const { expression } = await readFilterFresh(filter);
    if (uses(expression, thing)) views.push({ id, name });
  }
  return { views };
}
