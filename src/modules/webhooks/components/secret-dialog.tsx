"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

export type ShownSecret = { readonly name: string; readonly secret: string };

/** The one time that a secret is seen. */
export default function SecretDialog(props: { secret: ShownSecret; onClose: () => void }) {
  const { secret, onClose } = props;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret.secret);
    setCopied(true);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`The secret of ${secret.name}`}
      description="It is shown this once. Enter it at the receiver, which verifies with it that what comes is from here, as Standard Webhooks describes."
      footer={
        <>
          <Button onClick={() => void copy()}>{copied ? "Copied" : "Copy the secret"}</Button>
          <Button variant="primary" onClick={onClose}>
            I have kept it
          </Button>
        </>
      }
    >
      <Field label="Secret">
        {(control) => (
          <Input
            {...control}
            readOnly
            value={secret.secret}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
    </Dialog>
  );
}
