"use client";

import type { FieldDefinition, FieldValue } from "@/modules/fields/client";
import { FieldInput } from "@/modules/fields/components/field-input";
import { useFields } from "@/modules/fields/components/use-fields";
import {
  priorityWords,
  statusWords,
  ticketPriorities,
  ticketStatuses,
} from "@/modules/tickets/client";
import { usePeople } from "@/modules/tickets/components/ticket/use-people";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { MacroActions } from "../../types";
import { TagsField } from "./tags-field";

interface ActionFieldsProps {
  readonly actions: MacroActions;
  readonly onChange: (actions: MacroActions) => void;
}

const keep = { value: "", label: "As it is" };
const nobody = "nobody";

/** A value, nobody, or left alone: as a select says it. */
const chosen = (value: string | null | undefined) =>
  value === undefined ? "" : value === null ? nobody : value;
const readChosen = (value: string) => (value === "" ? undefined : value === nobody ? null : value);

/** Everything that a macro may do to a ticket; what is left alone stays as it is. */
export function ActionFields({ actions, onChange }: ActionFieldsProps) {
  const { agents, teams } = usePeople();
  const fields = useFields().filter((field) => field.active);
  const set = (part: Partial<MacroActions>) => onChange({ ...actions, ...part });
  const statuses = ticketStatuses.filter((status) => status !== "closed");
  const setField = (key: string, value: FieldValue | null | undefined) => {
    const { [key]: _, ...others } = actions.fields ?? {};
    set({ fields: value === undefined ? others : { ...others, [key]: value } });
  };
  return (
    <fieldset className="grid gap-4 md:grid-cols-2">
      <legend className="mb-2 text-heading">What it does</legend>
      <Field label="Status">
        {(control) => (
          <Select
            {...control}
            value={actions.status ?? ""}
            options={[keep, ...statuses.map((value) => ({ value, label: statusWords[value] }))]}
            onChange={({ target }) =>
              set({ status: statuses.find((status) => status === target.value) })
            }
          />
        )}
      </Field>
      <Field label="Priority">
        {(control) => (
          <Select
            {...control}
            value={actions.priority ?? ""}
            options={[
              keep,
              ...ticketPriorities.map((value) => ({ value, label: priorityWords[value] })),
            ]}
            onChange={({ target }) =>
              set({ priority: ticketPriorities.find((priority) => priority === target.value) })
            }
          />
        )}
      </Field>
      <Field label="Assignee">
        {(control) => (
          <Select
            {...control}
            value={chosen(actions.assigneeId)}
            options={[
              keep,
              { value: "me", label: "Whoever applies it" },
              { value: nobody, label: "Nobody" },
              ...agents.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ target }) => set({ assigneeId: readChosen(target.value) })}
          />
        )}
      </Field>
      <Field label="Team">
        {(control) => (
          <Select
            {...control}
            value={chosen(actions.teamId)}
            options={[
              keep,
              { value: nobody, label: "No team" },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ target }) => set({ teamId: readChosen(target.value) })}
          />
        )}
      </Field>
      <TagsField
        label="Tags to add"
        tags={actions.addTags ?? []}
        onChange={(addTags) => set({ addTags })}
      />
      <TagsField
        label="Tags to take off"
        tags={actions.removeTags ?? []}
        onChange={(removeTags) => set({ removeTags })}
      />
      {fields.map((field) => (
        <ActionField
          key={field.key}
          field={field}
          value={actions.fields?.[field.key]}
          onChange={(value) => setField(field.key, value)}
        />
      ))}
    </fieldset>
  );
}

interface ActionFieldProps {
  readonly field: FieldDefinition;
  /** Undefined: the macro leaves it alone. */
  readonly value: FieldValue | null | undefined;
  readonly onChange: (value: FieldValue | null | undefined) => void;
}

/** Where a value begins when somebody decides that the macro sets it. */
const firstValue = (field: FieldDefinition): FieldValue | null =>
  field.type === "checkbox"
    ? true
    : field.type === "choice"
      ? (field.options[0]?.value ?? null)
      : null;

function ActionField({ field, value, onChange }: ActionFieldProps) {
  const isSet = value !== undefined;
  return (
    <div className="flex flex-col gap-1">
      <Checkbox
        label={`Set ${field.name}`}
        checked={isSet}
        onChange={(event) => onChange(event.target.checked ? firstValue(field) : undefined)}
      />
      {isSet && (
        <Field
          label={field.name}
          hint={field.required ? null : "Empty takes its value off the ticket."}
        >
          {(control) => (
            <FieldInput field={field} value={value} onChange={onChange} control={control} />
          )}
        </Field>
      )}
    </div>
  );
}
