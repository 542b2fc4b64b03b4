import type { Say } from "@/platform/i18n/client";
import { Checkbox } from "@/ui/checkbox";
import { Field, type FieldControlProps } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { controlName, kindName } from "../rules/form";
import type { FieldDefinition } from "../types";

type AskedField = Pick<FieldDefinition, "key" | "name" | "type" | "options" | "required">;

interface AskedFieldsProps {
  readonly fields: readonly AskedField[];
  readonly say: Say<"ask">;
}

/** Custom fields in a form of the portal: plain controls of the browser, which need no script. */
export function AskedFields({ fields, say }: AskedFieldsProps) {
  return fields.map((field) => (
    <div key={field.key}>
      <input type="hidden" name={kindName} value={`${field.type}:${field.key}`} />
      <OneField field={field} say={say} />
    </div>
  ));
}

type OneFieldProps = { field: AskedField; say: Say<"ask"> };

function OneField({ field, say }: OneFieldProps) {
  const { key, name, type, options, required } = field;
  if (type === "checkbox") return <Checkbox name={controlName(key)} label={name} />;
  if (type === "choices")
    return (
      <fieldset className="flex flex-col">
        <legend className="font-semibold text-ink text-ui">
          {name}
          {!required && <span className="font-normal text-ink-3"> ({say("optional")})</span>}
        </legend>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={controlName(key)}
            value={option.value}
            label={option.name}
          />
        ))}
      </fieldset>
    );
  return (
    <Field label={name} optional={required ? undefined : say("optional")}>
      {(control) => <Control field={field} control={control} say={say} />}
    </Field>
  );
}

const types = { number: "number", date: "date", text: "text" } as const;

function Control({ field, control, say }: OneFieldProps & { control: FieldControlProps }) {
  const { key, type, options, required } = field;
  const shared = { ...control, name: controlName(key), required };
  if (type === "choice")
    return (
      <Select
        {...shared}
        options={[
          { value: "", label: say("choose") },
          ...options.map(({ value, name }) => ({ value, label: name })),
        ]}
      />
    );
  const inputType = type === "number" || type === "date" ? types[type] : types.text;
  return (
    <Input
      {...shared}
      type={inputType}
      autoComplete="off"
      {...(inputType === "number" ? { step: "any" } : {})}
    />
  );
}
