"use client";

import { useActionState } from "react";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { EmailField } from "./text-field";

export function ResetRequestForm({ action }: { readonly action: FormAction }) {
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame state={state} send={send} busy={busy} verb="Send me a link">
      <EmailField state={state} />
    </FormFrame>
  );
}
