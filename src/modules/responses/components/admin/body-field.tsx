"use client";

import { useRef } from "react";
import { useFields } from "@/modules/fields/components/use-fields";
import { openVariables } from "@/platform/placeholders";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import { Textarea } from "@/ui/textarea";
import { variableWords } from "../../rules/variables";

interface BodyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A Markdown text with variables, and the list of those that there are. */
export function BodyField({ label, value, onChange }: BodyFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const fields = useFields();
  const known = [
    ...Object.entries(variableWords).map(([name, words]) => ({ name, words })),
    ...fields.map(({ key, name }) => ({ name: `field.${key}`, words: name })),
  ];
  const strange = openVariables(value).filter((name) => !known.some((one) => one.name === name));
  const insert = (name: string) => {
    const at = box.current?.selectionStart ?? value.length;
    const until = box.current?.selectionEnd ?? at;
    const written = `{{${name}}}`;
    onChange(value.slice(0, at) + written + value.slice(until));
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(at + written.length, at + written.length);
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={label}
        hint="Markdown. What stands in double braces becomes the value of the ticket."
        error={
          strange.length === 0
            ? null
            : `Nobody knows ${strange.map((name) => `{{${name}}}`).join(", ")}. Take it out or choose another.`
        }
      >
        {(control) => (
          <Textarea
            {...control}
            ref={box}
            rows={6}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <Menu label="Variables" trigger={<Button className="self-start">Insert a variable</Button>}>
        <MenuLabel>What it becomes</MenuLabel>
        {known.map(({ name, words }) => (
          <MenuItem key={name} onSelect={() => insert(name)}>
            {words} <span className="text-ink-3 text-small">{name}</span>
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
