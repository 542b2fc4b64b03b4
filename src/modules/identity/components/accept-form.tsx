"use client";

import { useActionState } from "react";
import { useSay } from "@/ui/words";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { NameField, NewPasswordField } from "./text-field";
import { ZoneField } from "./zone-field";

interface AcceptFormProps {
  readonly action: FormAction;
  readonly token: string;
}

/** Name and password of somebody who was invited; the address is the invitation's. */
export function AcceptForm({ action, token }: AcceptFormProps) {
  const say = useSay("doors");
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame state={state} send={send} busy={busy} verb={say("accept")} carries={{ token }}>
      <NameField state={state} />
      <NewPasswordField state={state} />
      <ZoneField />
    </FormFrame>
  );
}
