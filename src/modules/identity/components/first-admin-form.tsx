"use client";

import { useActionState } from "react";
import { useSay } from "@/ui/words";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { EmailField, NameField, NewPasswordField } from "./text-field";
import { ZoneField } from "./zone-field";

interface FirstAdminFormProps {
  readonly action: FormAction;
  readonly token: string;
}

export function FirstAdminForm({ action, token }: FirstAdminFormProps) {
  const say = useSay("doors");
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame state={state} send={send} busy={busy} verb={say("firstAdmin")} carries={{ token }}>
      <NameField state={state} />
      <EmailField state={state} />
      <NewPasswordField state={state} />
      <ZoneField />
    </FormFrame>
  );
}
