import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { mustConfigure } from "../access";
import { fieldsChanged } from "../events";
import { definitionSchema } from "../schema";
import type { FieldType } from "../types";

const schema = definitionSchema.extend({ commandId: commandIdSchema, id: z.uuid() });

/** Changes what a field is called and offers. An option that is taken out stays where it is set. */
export const updateField = command("fields.update", schema, async (tx, { actor }, input) => {
  mustConfigure(actor);
  const field = await tx.first<{ key: string; type: FieldType }>(sql`
    select key, type from custom_fields
    where id = ${input.id} and leaving_since is null for update`);
  if (field === undefined) throw new AppError("not_found");
  if (field.type.startsWith("choice") !== input.options.length > 0)
    throw new AppError("invalid_input", { detail: { field: "options" } });
  await tx.rows(sql`
    update custom_fields set name = ${input.name}, options = ${JSON.stringify(input.options)},
      required = ${input.required}, visible_to_customer = ${input.visibleToCustomer},
      active = ${input.active}
    where id = ${input.id}`);
  tx.append(fieldsChanged.make({ key: field.key }));
  return { id: input.id };
});

const orderSchema = z.object({
  commandId: commandIdSchema,
  /** All of them, in their new order. */
  ids: z.array(z.uuid()).max(limits.customFieldsMax),
});

/** Puts the fields in another order; one that is not named keeps its place behind the others. */
export const orderFields = command("fields.order", orderSchema, async (tx, { actor }, { ids }) => {
  mustConfigure(actor);
  await tx.rows(sql`select id from custom_fields order by id for update`);
  await tx.rows(sql`
    update custom_fields set place = coalesce(
      (select place from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
        where wanted.id = custom_fields.id), place + ${limits.customFieldsMax})`);
  tx.append(fieldsChanged.make({ key: "" }));
  return { ordered: ids.length };
});
