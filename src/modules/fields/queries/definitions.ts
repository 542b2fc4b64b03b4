import { db, raw, type Sql, sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { FieldDefinition, FieldOption, FieldType } from "../types";

type Stored = {
  id: string;
  key: string;
  name: string;
  type: FieldType;
  options: FieldOption[];
  required: boolean;
  visible_to_customer: boolean;
  active: boolean;
  leaving_since: Date | null;
};

const columns: Sql = sql`id, key, name, type, options, required, visible_to_customer, active,
  leaving_since`;

const toDefinition = (row: Stored): FieldDefinition => ({
  id: row.id,
  key: row.key,
  name: row.name,
  type: row.type,
  options: row.options,
  required: row.required,
  visibleToCustomer: row.visible_to_customer,
  active: row.active,
  leaving: row.leaving_since !== null,
});

/** All custom fields in their order, the inactive and leaving ones too. */
export async function fieldDefinitions(
  on: Pick<Transaction, "rows"> = db.read,
): Promise<FieldDefinition[]> {
  const rows = await on.rows<Stored>(sql`
    select ${columns} from custom_fields order by place, key
    limit ${raw(String(limits.customFieldsMax))}`);
  return rows.map(toDefinition);
}

/** The fields of some keys, held until the transaction ends: nobody takes one away meanwhile. */
export async function definitionsHeld(
  tx: Transaction,
  keys: readonly string[],
): Promise<FieldDefinition[]> {
  const rows = await tx.rows<Stored>(sql`
    select ${columns} from custom_fields where key = any(${[...keys]}) order by key for share`);
  return rows.map(toDefinition);
}
