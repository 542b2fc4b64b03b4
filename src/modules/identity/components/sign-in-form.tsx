"use client";

import { useActionState } from "react";
import { TextLink } from "@/ui/text-link";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { EmailField, TextField } from "./text-field";

interface SignInFormProps {
  readonly action: FormAction;
  /** The page that was asked for before. */
  readonly to?: string | undefined;
}

export function SignInForm({ action, to }: SignInFormProps) {
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame
      state={state}
      send={send}
      busy={busy}
      verb="Sign in"
      carries={to === undefined ? undefined : { to }}
    >
      <EmailField state={state} />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        state={state}
      />
      <p className="text-ui">
        <TextLink href="/reset-password">Forgot password</TextLink>
      </p>
    </FormFrame>
  );
}
