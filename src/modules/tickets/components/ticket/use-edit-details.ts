"use client";

import {
  type FieldDefinition,
  type FieldValue,
  tagsAfter,
  valueWords,
} from "@/modules/fields/client";
import type { TicketRow } from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { readError } from "../error-words";
import { useCachedRows } from "../use-cached-rows";

type Row = Pick<TicketRow, "id" | "number" | "tags" | "fields">;
type TagEdit = { add?: string[]; remove?: string[] };

/** The values with one of them changed; an empty one is not there. */
function withValue(
  fields: TicketRow["fields"],
  key: string,
  value: FieldValue | null,
): TicketRow["fields"] {
  const { [key]: _, ...others } = fields;
  if (value === null) return others;
  return { ...others, [key]: typeof value === "object" ? [...value] : value };
}

const plain = (value: FieldValue | null) =>
  typeof value === "object" && value !== null ? [...value] : value;

/** Tags and custom fields: they show at once, can be taken back, and go back with words when refused. */
export function useEditDetails() {
  const utils = trpc.useUtils();
  const { patch } = useCachedRows();
  const update = trpc.tickets.update.useMutation();

  const refused = async (row: Row, error: unknown) => {
    const { words, reference, detail } = readError(error);
    const fresh = await utils.client.tickets.get.query({ number: row.number }).catch(() => null);
    if (fresh !== null) patch(row.id, row.number, (shown) => ({ ...shown, ...fresh.row }));
    const says = typeof detail.says === "string" ? `${detail.says}. Nothing was changed.` : words;
    toast({ text: `#${row.number}: ${says}`, tone: "bad", reference });
    return fresh?.row;
  };
  const told = (row: Row) => void utils.tickets.activity.invalidate({ number: row.number });

  const editTags = (row: Row, { add = [], remove = [] }: TagEdit, undoable = true) => {
    patch(row.id, row.number, (shown) => ({
      ...shown,
      tags: tagsAfter(shown.tags, { add, remove }),
    }));
    update
      .mutateAsync({
        commandId: newId(),
        ticketId: row.id,
        changes: { addTags: add, removeTags: remove },
      })
      .then(() => {
        const words = [...add.map((tag) => `+ ${tag}`), ...remove.map((tag) => `− ${tag}`)];
        const undo = () => editTags(row, { add: remove, remove: add }, false);
        toast({ text: `#${row.number}: ${words.join(", ")}`, undo: undoable ? undo : undefined });
        told(row);
      })
      .catch((error: unknown) => void refused(row, error));
  };

  const editField = (
    row: Row,
    field: FieldDefinition,
    to: FieldValue | null,
    {
      undoable = true,
      seen = row.fields[field.key] ?? null,
    }: { undoable?: boolean; seen?: FieldValue | null } = {},
  ) => {
    const { key } = field;
    patch(row.id, row.number, (shown) => ({ ...shown, fields: withValue(shown.fields, key, to) }));
    update
      .mutateAsync({
        commandId: newId(),
        ticketId: row.id,
        changes: { fields: { [key]: plain(to) } },
        seen: { fields: { [key]: plain(seen) } },
      })
      .then(() => {
        const undo = () =>
          editField({ ...row, fields: withValue(row.fields, key, to) }, field, seen, {
            undoable: false,
          });
        toast({
          text: `#${row.number}: ${field.name} ${valueWords(field, to)}`,
          undo: undoable ? undo : undefined,
        });
        told(row);
      })
      .catch(async (error: unknown) => {
        if (readError(error).code !== "ticket_changed") return void refused(row, error);
        const fresh = await utils.client.tickets.get.query({ number: row.number });
        patch(row.id, row.number, (shown) => ({ ...shown, ...fresh.row }));
        const theirs = fresh.row.fields[key] ?? null;
        // Whoever came second sees both values and chooses.
        toast({
          text: `Someone set ${field.name} to ${valueWords(field, theirs)} meanwhile. Yours was not saved.`,
          tone: "bad",
          action: {
            label: `Set ${valueWords(field, to)} anyway`,
            run: () => editField(fresh.row, field, to),
          },
        });
      });
  };

  return { editTags, editField };
}
