"use client";

import { type ReactNode, useActionState } from "react";
import { useSay } from "@/ui/words";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";
import { FormFrame } from "./form-frame";
import { TextField } from "./text-field";

interface AddressFormProps {
  readonly action: FormAction;
  /** Who has a password is asked for it again. */
  readonly hasPassword: boolean;
}

/** Asks for another address. */
export function AddressForm({ action, hasPassword }: AddressFormProps) {
  const say = useSay("address");
  const names = { email: say("new"), password: say("password") };
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame state={state} send={send} busy={busy} verb={say("verb")} names={names}>
      <TextField
        name="email"
        label={names.email}
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        state={state}
      />
      {hasPassword && (
        <TextField
          name="password"
          label={names.password}
          type="password"
          autoComplete="current-password"
          state={state}
        />
      )}
    </FormFrame>
  );
}

interface AddressLinkFormProps {
  readonly action: FormAction;
  readonly token: string;
  readonly verb: string;
  /** Where to go once it is done. */
  readonly next: ReactNode;
}

/** One click by a person: programs that open every link of a mail change nothing. */
export function AddressLinkForm({ action, token, verb, next }: AddressLinkFormProps) {
  const [state, send, busy] = useActionState(action, untouched);
  return (
    <FormFrame state={state} send={send} busy={busy} verb={verb} carries={{ token }} next={next} />
  );
}
