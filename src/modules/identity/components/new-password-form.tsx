"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/ui/button";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { NewPasswordField } from "./text-field";

interface NewPasswordFormProps {
  readonly action: FormAction;
  readonly token: string;
}

export function NewPasswordForm({ action, token }: NewPasswordFormProps) {
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame
      state={state}
      send={send}
      busy={busy}
      verb="Set this password"
      carries={{ token }}
      next={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
    >
      <NewPasswordField state={state} />
    </FormFrame>
  );
}
