import { type FieldDefinition, filterName, keyOfFilter } from "@/modules/fields/client";
import { columnWords, type TableColumn, ticketColumns } from "../../../rules/columns";

export type FieldsByKey = ReadonlyMap<string, FieldDefinition>;

export const byKey = (fields: readonly FieldDefinition[]): FieldsByKey =>
  new Map(fields.map((field) => [field.key, field]));

/** What a column is called; null for a custom field that is gone. */
function columnName(id: string, fields: FieldsByKey): string | null {
  const own = ticketColumns.find((one) => one === id);
  if (own !== undefined) return columnWords[own];
  const key = keyOfFilter(id);
  return key === null ? null : (fields.get(key)?.name ?? null);
}

/** What can be shown, as it stands: a field that is gone takes its column along. */
export function columnsShown(
  columns: readonly TableColumn[],
  fields: FieldsByKey,
): readonly (TableColumn & { readonly name: string })[] {
  return columns.flatMap((column) => {
    const name = columnName(column.id, fields);
    return name === null ? [] : [{ ...column, name }];
  });
}

/** Everything that could be a column, by its id. */
export const columnsOffered = (fields: readonly FieldDefinition[]): readonly string[] => [
  ...ticketColumns,
  ...fields.filter(({ active }) => active).map(({ key }) => filterName(key)),
];
