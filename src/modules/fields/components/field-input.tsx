"use client";

import { type KeyboardEvent, useState } from "react";
import { Checkbox } from "@/ui/checkbox";
import type { FieldControlProps } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import type { FieldDefinition, FieldValue } from "../types";

interface FieldInputProps {
  readonly field: Pick<FieldDefinition, "name" | "type" | "options" | "required">;
  readonly value: FieldValue | null;
  /** Called when somebody has made up their mind: on leaving a text, on choosing an option. */
  readonly onChange: (value: FieldValue | null) => void;
  readonly disabled?: boolean | undefined;
  readonly control?: Partial<FieldControlProps> | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** The control of a custom field, by its type. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, onChange, disabled, control, autoFocus } = props;
  const shared = { ...control, disabled, autoFocus };
  switch (field.type) {
    case "text":
    case "number":
    case "date":
      return <TextInput key={String(value ?? "")} {...props} />;
    case "checkbox":
      return (
        <Checkbox
          {...shared}
          label="Yes"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case "choice":
      return (
        <Select
          {...shared}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
          options={[
            { value: "", label: "None", disabled: field.required },
            ...goneOption(field.options, value),
            ...field.options.map((one) => ({ value: one.value, label: one.name })),
          ]}
        />
      );
    case "choices":
      return <Choices {...props} />;
  }
}

/** An option that was taken out is still what this ticket has. */
function goneOption(options: FieldDefinition["options"], value: FieldValue | null) {
  const isGone = typeof value === "string" && !options.some((one) => one.value === value);
  return isGone ? [{ value, label: `${value} (no longer offered)`, disabled: true }] : [];
}

function Choices({ field, value, onChange, disabled }: FieldInputProps) {
  const chosen: readonly string[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="flex flex-col" aria-label={field.name} disabled={disabled}>
      {field.options.map((option) => (
        <Checkbox
          key={option.value}
          label={option.name}
          checked={chosen.includes(option.value)}
          onChange={(event) =>
            onChange(
              event.target.checked
                ? [...chosen, option.value]
                : chosen.filter((one) => one !== option.value),
            )
          }
        />
      ))}
    </fieldset>
  );
}

const inputTypes = { text: "text", number: "number", date: "date" } as const;

function TextInput({ field, value, onChange, disabled, control, autoFocus }: FieldInputProps) {
  const first = value === null ? "" : String(value);
  const [text, setText] = useState(first);
  const commit = () => {
    if (text.trim() === first) return;
    if (text.trim() === "") return onChange(null);
    onChange(field.type === "number" ? Number(text) : text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key !== "Escape" || text === first) return;
    // What was typed is taken back; the pane stays open.
    event.stopPropagation();
    setText(first);
  };
  const type = field.type === "number" || field.type === "date" ? inputTypes[field.type] : "text";
  return (
    <Input
      {...control}
      type={type}
      {...(type === "number" ? { step: "any" } : {})}
      disabled={disabled}
      autoFocus={autoFocus}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
