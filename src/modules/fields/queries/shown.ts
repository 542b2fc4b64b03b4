import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { isAskedFor } from "../rules/topic";
import type { FieldDefinition, FieldOption, FieldType } from "../types";
import { fieldDefinitions } from "./definitions";
import { topics } from "./topics";

export type FieldList = { fields: FieldDefinition[]; asOf: number };

/** The custom fields of those who work here, and the position that they are as of. */
export async function fieldList(): Promise<FieldList> {
  // Asked first: whatever happens meanwhile is heard as an event after it.
  const [position] = await db.read.rows<{ last: number }>(sql`select last from event_positions`);
  const fields = await fieldDefinitions();
  return { fields: fields.filter((field) => !field.leaving), asOf: position?.last ?? 0 };
}

/** A field as somebody who asks sees it. */
export type AskedField = {
  key: string;
  name: string;
  type: FieldType;
  options: FieldOption[];
  required: boolean;
};

/** What a customer is asked beside the question itself. */
export async function askedFields(topicId: string | null = null): Promise<AskedField[]> {
  const [known, fields] = await Promise.all([topics(), shownFields()]);
  return fields.filter(({ key }) => isAskedFor(key, topicId, known));
}

function shownFields(): Promise<AskedField[]> {
  return db.read.rows<AskedField>(sql`
    select key, name, type, options, required from custom_fields
    where visible_to_customer and active and leaving_since is null
    order by place, key limit ${raw(String(limits.customFieldsMax))}`);
}
