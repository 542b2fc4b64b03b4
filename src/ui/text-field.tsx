import type { ComponentProps } from "react";
import { Field } from "./field";
import { Input } from "./input";

interface TextFieldProps
  extends Pick<ComponentProps<typeof Input>, "type" | "inputMode" | "lang" | "value"> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly onText: (text: string) => void;
}

/** One line of a form about our own things: nothing that a browser would know to fill in. */
export function TextField({ label, hint, optional, onText, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} optional={optional}>
      {(control) => (
        <Input
          {...control}
          {...input}
          autoComplete="off"
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </Field>
  );
}
