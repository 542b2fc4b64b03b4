import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { mustConfigure } from "../access";
import { fieldsChanged } from "../events";
import { definitionSchema, fieldKeySchema, typeSchema } from "../schema";

const schema = definitionSchema
  .extend({ commandId: commandIdSchema, key: fieldKeySchema, type: typeSchema })
  .refine(({ type, options }) => type.startsWith("choice") === options.length > 0, {
    path: ["options"],
    message: "A choice has options, and nothing else has.",
  });

/** Makes a custom field. Its key and its type stay what they are: tickets and filters rely on them. */
export const createField = command("fields.create", schema, async (tx, { actor, now }, input) => {
  mustConfigure(actor);
  const known = await tx.first<{ count: number; place: number }>(sql`
    select count(*)::int as count, coalesce(max(place), 0) + 1 as place from custom_fields`);
  if ((known?.count ?? 0) >= limits.customFieldsMax)
    throw new AppError("limit_reached", { detail: { limit: limits.customFieldsMax } });
  const id = newId(now.getTime());
  const made = await tx.first(sql`
    insert into custom_fields (id, key, name, type, options, required, visible_to_customer, active,
      place, created_at)
    values (${id}, ${input.key}, ${input.name}, ${input.type}, ${JSON.stringify(input.options)},
      ${input.required}, ${input.visibleToCustomer}, ${input.active}, ${known?.place ?? 1}, ${now})
    on conflict (key) do nothing returning id`);
  if (made === undefined) throw new AppError("name_taken", { detail: { key: input.key } });
  tx.append(fieldsChanged.make({ key: input.key }));
  return { id, key: input.key };
});
