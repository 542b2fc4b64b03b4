"use client";

import type { ComponentProps } from "react";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useSay } from "@/ui/words";
import type { FormState } from "../types";
import { messageOf } from "./form-frame";

/** As the schema has it; a test compares them. */
const passwordCharsMin = 10;

type TextFieldProps = Omit<ComponentProps<"input">, "name" | "id"> & {
  name: string;
  label: string;
  hint?: string | undefined;
  state: FormState;
};

/** One field: password managers know it by its name, and what was written comes back. */
export function TextField({ name, label, hint, state, ...input }: TextFieldProps) {
  return (
    <Field id={name} label={label} hint={hint} error={messageOf(state, name)}>
      {(control) => (
        <Input
          {...control}
          {...input}
          name={name}
          defaultValue={state.values[name] ?? ""}
          required
        />
      )}
    </Field>
  );
}

type OwnProps = { state: FormState };

export function EmailField({ state }: OwnProps) {
  const say = useSay("doors");
  return (
    <TextField
      name="email"
      label={say("email")}
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      state={state}
    />
  );
}

export function NameField({ state }: OwnProps) {
  const say = useSay("doors");
  return <TextField name="name" label={say("name")} autoComplete="name" state={state} />;
}

export function NewPasswordField({ state }: OwnProps) {
  const say = useSay("doors");
  return (
    <TextField
      name="password"
      label={say("password")}
      hint={say("passwordHint", { min: passwordCharsMin })}
      type="password"
      autoComplete="new-password"
      state={state}
    />
  );
}
