"use client";

import { useActionState } from "react";
import { useSay } from "@/ui/words";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { EmailField } from "./text-field";

export function ResetRequestForm({ action }: { readonly action: FormAction }) {
  const say = useSay("doors");
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame state={state} send={send} busy={busy} verb={say("sendLink")}>
      <EmailField state={state} />
    </FormFrame>
  );
}
