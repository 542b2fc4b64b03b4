"use client";

import type { ComponentProps } from "react";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { FormState } from "../types";
import { messageOf } from "./form-frame";

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
  return (
    <TextField
      name="email"
      label="E-mail"
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      state={state}
    />
  );
}

export function NameField({ state }: OwnProps) {
  return <TextField name="name" label="Name" autoComplete="name" state={state} />;
}

export function NewPasswordField({ state }: OwnProps) {
  return (
    <TextField
      name="password"
      label="Password"
      hint="At least 10 characters. A few words that you remember are better than signs."
      type="password"
      autoComplete="new-password"
      state={state}
    />
  );
}
