"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/ui/button-link";
import { useSay } from "@/ui/words";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { NewPasswordField } from "./text-field";

interface NewPasswordFormProps {
  readonly action: FormAction;
  readonly token: string;
}

export function NewPasswordForm({ action, token }: NewPasswordFormProps) {
  const say = useSay("doors");
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame
      state={state}
      send={send}
      busy={busy}
      verb={say("setPassword")}
      carries={{ token }}
      next={<ButtonLink href="/sign-in">{say("signIn")}</ButtonLink>}
    >
      <NewPasswordField state={state} />
    </FormFrame>
  );
}
