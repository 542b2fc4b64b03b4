"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { type FieldDefinition, type FieldType, fieldTypes } from "@/modules/fields/client";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { SkeletonRows } from "@/ui/skeleton";
import { AdminPage, AdminRow, AdminRows } from "./admin-page";
import { FieldDialog } from "./field-dialog";
import { Refused } from "./refused";
import { RemoveDialog } from "./remove-dialog";
import { useChange } from "./use-change";

export const typeWords: Record<FieldType, string> = {
  text: "Text",
  number: "Number",
  checkbox: "Yes or no",
  date: "Date",
  choice: "One choice",
  choices: "Several choices",
};
export const typeOptions = fieldTypes.map((value) => ({ value, label: typeWords[value] }));

type Asking = { what: "make" } | { what: "edit" | "remove"; field: FieldDefinition };

const facts = (field: FieldDefinition): string =>
  [
    typeWords[field.type],
    ...(field.options.length === 0 ? [] : [field.options.map(({ name }) => name).join(", ")]),
    ...(field.required ? ["required"] : []),
    ...(field.visibleToCustomer ? ["customers see it"] : []),
    ...(field.active ? [] : ["not in use"]),
    `in filters field.${field.key}`,
  ].join(" · ");

/** Custom fields, in the order in which tickets show them. */
export function FieldsPage() {
  const utils = trpc.useUtils();
  const query = trpc.fields.list.useQuery();
  const fields = query.data?.fields;
  const [asking, setAsking] = useState<Asking | null>(null);
  const order = trpc.fields.order.useMutation();
  const remove = trpc.fields.remove.useMutation();
  const { change, refused } = useChange();
  const again = () => void utils.fields.list.invalidate();
  const close = () => setAsking(null);
  const moved = (from: number, to: number) => {
    if (fields === undefined) return;
    const ids = fields.map(({ id }) => id);
    const [id] = ids.splice(from, 1);
    if (id === undefined) return;
    ids.splice(to, 0, id);
    void change(({ commandId }) => order.mutateAsync({ commandId, ids }), {
      done: `${fields[from]?.name} is now number ${to + 1}`,
      next: again,
    });
  };
  return (
    <AdminPage
      title="Custom fields"
      says="What tickets hold beside the ordinary: filters, macros and canned responses know them, too."
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "make" })}>
          New field
        </Button>
      }
    >
      <Refused words={refused} />
      {fields === undefined && <SkeletonRows rows={4} label="Loading fields" />}
      {fields?.length === 0 && (
        <EmptyState title="No custom fields yet">
          A product, an order number, the end of a warranty: what you ask about again and again.
        </EmptyState>
      )}
      {fields !== undefined && fields.length > 0 && (
        <AdminRows label="Custom fields">
          {fields.map((field, index) => (
            <AdminRow
              key={field.id}
              name={field.name}
              facts={facts(field)}
              actions={
                <>
                  <IconButton
                    name={`Move ${field.name} up`}
                    icon={<ArrowUp size={16} aria-hidden="true" />}
                    disabledReason={index === 0 ? "It is the first" : null}
                    onClick={() => moved(index, index - 1)}
                  />
                  <IconButton
                    name={`Move ${field.name} down`}
                    icon={<ArrowDown size={16} aria-hidden="true" />}
                    disabledReason={index === fields.length - 1 ? "It is the last" : null}
                    onClick={() => moved(index, index + 1)}
                  />
                  <Button
                    aria-label={`Edit ${field.name}`}
                    onClick={() => setAsking({ what: "edit", field })}
                  >
                    Edit
                  </Button>
                  <Button
                    aria-label={`Delete ${field.name}`}
                    onClick={() => setAsking({ what: "remove", field })}
                  >
                    Delete
                  </Button>
                </>
              }
            />
          ))}
        </AdminRows>
      )}
      {asking?.what === "make" && <FieldDialog onClose={close} onDone={again} />}
      {asking?.what === "edit" && (
        <FieldDialog field={asking.field} onClose={close} onDone={again} />
      )}
      {asking?.what === "remove" && (
        <RemoveDialog
          about={{ kind: "field", key: asking.field.key }}
          title={`Delete the field ${asking.field.name}?`}
          confirm={`Delete ${asking.field.name}`}
          becomes="Its values are taken off all tickets, and what names it stops working. To keep them, set it “not in use” instead. This cannot be undone."
          onClose={close}
          onConfirm={() =>
            void change(({ commandId }) => remove.mutateAsync({ commandId, id: asking.field.id }), {
              done: `${asking.field.name} is being taken off all tickets`,
              next: again,
            })
          }
        />
      )}
    </AdminPage>
  );
}
