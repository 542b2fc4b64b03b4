"use client";

import { useState } from "react";
import type { FieldDefinition, FieldOption, FieldType } from "@/modules/fields/client";
import { trpc } from "@/trpc/client";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { FormDialog } from "@/ui/form-dialog";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { Textarea } from "@/ui/textarea";
import { typeOptions, typeWords } from "./fields-page";
import { Refused } from "./refused";
import { useChange } from "./use-change";

interface FieldDialogProps {
  readonly field?: FieldDefinition;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const keyOf = (name: string, charsMax: number, join: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, join)
    .replace(new RegExp(`^[^a-z]+|${join}+$`, "g"), "")
    .slice(0, charsMax);

/** One option a line; an option that is only renamed or moved keeps the value that tickets hold. */
function optionsOf(text: string, before: readonly FieldOption[]): FieldOption[] {
  const names = [
    ...new Set(
      text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    ),
  ];
  const taken = new Set(before.map(({ value }) => value));
  return names.map((name, index) => {
    const kept =
      before.find((one) => one.name === name) ??
      // The same number of lines, and this one's old name is nowhere: it was renamed in its place.
      (names.length === before.length && !names.includes(before[index]?.name ?? name)
        ? before[index]
        : undefined);
    if (kept !== undefined) return { value: kept.value, name };
    const base = keyOf(name, 34, "-") || "option";
    let value = base;
    for (let again = 2; taken.has(value); again++) value = `${base}-${again}`;
    taken.add(value);
    return { value, name };
  });
}

/** A custom field. Its key and its kind are chosen once: tickets and filters rely on them. */
export function FieldDialog({ field, onClose, onDone }: FieldDialogProps) {
  const [name, setName] = useState(field?.name ?? "");
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [type, setType] = useState<FieldType>(field?.type ?? "text");
  const [lines, setLines] = useState((field?.options ?? []).map((one) => one.name).join("\n"));
  const [required, setRequired] = useState(field?.required ?? false);
  const [visibleToCustomer, setVisible] = useState(field?.visibleToCustomer ?? false);
  const [active, setActive] = useState(field?.active ?? true);
  const create = trpc.fields.create.useMutation();
  const update = trpc.fields.update.useMutation();
  const { change, busy, refused } = useChange();
  const key = field?.key ?? ownKey ?? keyOf(name, 30, "_");
  const isChoice = type === "choice" || type === "choices";
  const options = isChoice ? optionsOf(lines, field?.options ?? []) : [];
  const reason =
    name.trim() === ""
      ? "Name it first"
      : key === ""
        ? "Give it a key first"
        : isChoice && options.length === 0
          ? "Write at least one option"
          : null;
  const save = () => {
    const definition = { name, options, required, visibleToCustomer, active };
    return change(
      ({ commandId }) =>
        field === undefined
          ? create.mutateAsync({ commandId, key, type, ...definition })
          : update.mutateAsync({ commandId, id: field.id, ...definition }),
      {
        done: `${name} saved`,
        next: () => {
          onDone();
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={field === undefined ? "New field" : `Edit ${field.name}`}
      verb="Save field"
      busy={busy}
      disabledReason={reason}
      onSend={save}
      onClose={onClose}
    >
      <TextField
        label="Name"
        hint="As agents and customers read it."
        value={name}
        onText={setName}
      />
      {field === undefined ? (
        <>
          <Field label="Kind" hint="It cannot be changed later.">
            {(control) => (
              <Select
                {...control}
                value={type}
                options={typeOptions}
                onChange={(event) => {
                  const chosen = typeOptions.find(({ value }) => value === event.target.value);
                  if (chosen !== undefined) setType(chosen.value);
                }}
              />
            )}
          </Field>
          <Field label="Key" hint={`In filters field.${key || "…"}. It cannot be changed later.`}>
            {(control) => (
              <Input
                {...control}
                value={key}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setOwnKey(keyOf(event.target.value, 30, "_"))}
              />
            )}
          </Field>
        </>
      ) : (
        <p className="text-ink-2 text-ui">
          {typeWords[field.type]}, in filters field.{field.key}. Both stay as they are.
        </p>
      )}
      {isChoice && (
        <Field
          label="Options, one a line"
          hint="One that you take out stays on the tickets that have it."
        >
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              value={lines}
              onChange={(event) => setLines(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="flex flex-col gap-1">
        <Checkbox
          label="Required"
          hint="A customer must fill it in; an agent may change it and not empty it."
          checked={required}
          onChange={(event) => setRequired(event.target.checked)}
        />
        <Checkbox
          label="Customers see it"
          hint="They are asked for it with their question, and replies may name it."
          checked={visibleToCustomer}
          onChange={(event) => setVisible(event.target.checked)}
        />
        <Checkbox
          label="In use"
          hint="Without it the field keeps its values and is not offered any more."
          checked={active}
          onChange={(event) => setActive(event.target.checked)}
        />
      </div>
      <Refused words={refused} />
    </FormDialog>
  );
}
