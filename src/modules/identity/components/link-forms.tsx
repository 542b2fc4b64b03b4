"use client";

import { useActionState } from "react";
import { useSay } from "@/ui/words";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { EmailField } from "./text-field";

/** Asks for a link that signs in. */
export function RequestLinkForm({ action }: { readonly action: FormAction }) {
  const say = useSay("link");
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame state={state} send={send} busy={busy} verb={say("send")}>
      <EmailField state={state} />
    </FormFrame>
  );
}

interface OpenLinkFormProps {
  readonly action: FormAction;
  readonly token: string;
}

/** Signs in by it: one click by a person, as programs open every link of a mail. */
export function OpenLinkForm({ action, token }: OpenLinkFormProps) {
  const say = useSay("link");
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame state={state} send={send} busy={busy} verb={say("openTitle")} carries={{ token }} />
  );
}
