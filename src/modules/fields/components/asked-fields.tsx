import { Checkbox } from "@/ui/checkbox";
import { Field, type FieldControlProps } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { controlName, kindName } from "../rules/form";
import type { FieldDefinition } from "../types";

type AskedField = Pick<FieldDefinition, "key" | "name" | "type" | "options" | "required">;

/** Custom fields in a form of the portal: plain controls of the browser, which need no script. */
export function AskedFields({ fields }: { fields: readonly AskedField[] }) {
  return fields.map((field) => (
    <div key={field.key}>
      <input type="hidden" name={kindName} value={`${field.type}:${field.key}`} />
      <OneField {...field} />
    </div>
  ));
}

function OneField(field: AskedField) {
  const { key, name, type, options, required } = field;
  if (type === "checkbox") return <Checkbox name={controlName(key)} label={name} />;
  if (type === "choices")
    return (
      <fieldset className="flex flex-col">
        <legend className="font-semibold text-ink text-ui">
          {name}
          {!required && <span className="font-normal text-ink-3"> (optional)</span>}
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
    <Field label={name} optional={!required}>
      {(control) => <Control field={field} control={control} />}
    </Field>
  );
}

const types = { number: "number", date: "date", text: "text" } as const;

function Control({ field, control }: { field: AskedField; control: FieldControlProps }) {
  const { key, type, options, required } = field;
  const shared = { ...control, name: controlName(key), required };
  if (type === "choice")
    return (
      <Select
        {...shared}
        options={[
          { value: "", label: "Choose" },
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
