"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/ui/button-link";
import { useSay } from "@/ui/words";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";

interface VerifyFormProps {
  readonly action: FormAction;
  readonly token: string;
}

/** One click by a person: programs that open every link of a mail confirm nothing. */
export function VerifyForm({ action, token }: VerifyFormProps) {
  const say = useSay("doors");
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame
      state={state}
      send={send}
      busy={busy}
      verb={say("confirmVerb")}
      carries={{ token }}
      next={<ButtonLink href="/sign-in">{say("signIn")}</ButtonLink>}
    />
  );
}
