"use client";

import { useActionState } from "react";
import { TextLink } from "@/ui/text-link";
import { useSay } from "@/ui/words";
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
  const say = useSay("doors");
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame
      state={state}
      send={send}
      busy={busy}
      verb={say("signIn")}
      carries={to === undefined ? undefined : { to }}
    >
      <EmailField state={state} />
      <TextField
        name="password"
        label={say("password")}
        type="password"
        autoComplete="current-password"
        state={state}
      />
      <p className="text-ui">
        <TextLink href="/reset-password">{say("forgot")}</TextLink>
      </p>
    </FormFrame>
  );
}
