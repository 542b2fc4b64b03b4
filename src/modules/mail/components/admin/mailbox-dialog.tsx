"use client";

import { useState } from "react";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { Checkbox } from "@/ui/checkbox";
import { FormDialog } from "@/ui/form-dialog";
import { TextField } from "@/ui/text-field";
import type { MailboxView } from "../../queries/admin-lists";
import { ImapFields } from "./imap-fields";
import { formOf, imapOf, type MailboxForm, missing } from "./mailbox-form";
import { SenderFields } from "./sender-fields";

interface MailboxDialogProps {
  readonly mailbox: MailboxView | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export default function MailboxDialog({ mailbox, onClose, onDone }: MailboxDialogProps) {
  const [form, setForm] = useState(() => formOf(mailbox));
  const set = (changed: Partial<MailboxForm>) => setForm((known) => ({ ...known, ...changed }));
  const save = trpc.mail.saveMailbox.useMutation();
  const { change, busy, refused } = useChange();
  const hasPassword = mailbox?.imap != null;
  const reason = missing(form, hasPassword);
  const send = () =>
    change(
      ({ commandId }) =>
        save.mutateAsync({
          commandId,
          held: mailbox === null ? null : { id: mailbox.id, version: mailbox.version },
          name: form.name,
          address: form.address,
          fromName: form.fromName,
          isDefault: form.isDefault,
          enabled: form.enabled,
          checksSenders: form.checksSenders,
          resultsFrom: form.resultsFrom.trim() === "" ? null : form.resultsFrom,
          imap: form.fetched ? imapOf(form) : null,
        }),
      {
        done: `${form.name} saved`,
        next: () => {
          onDone();
          onClose();
        },
      },
    );
  const text = (label: string, key: "name" | "address" | "fromName", hint: string) => (
    <TextField
      label={label}
      hint={hint}
      value={form[key]}
      type={key === "address" ? "email" : "text"}
      onText={(typed) => set({ [key]: typed })}
    />
  );
  return (
    <FormDialog
      title={mailbox === null ? "New mailbox" : `Edit ${mailbox.name}`}
      verb="Save mailbox"
      busy={busy}
      disabledReason={reason}
      onSend={send}
      onClose={onClose}
    >
      {text("Name", "name", "What colleagues call it, such as Support.")}
      {text("Address", "address", "People write to it, and our answers come from it.")}
      {text("Sender's name", "fromName", "Who our mails say they are from. Empty: your company.")}
      <Checkbox
        label="Default"
        hint="What belongs to no mailbox goes out from this one."
        checked={form.isDefault}
        onChange={(event) => set({ isDefault: event.target.checked })}
      />
      <Checkbox
        label="Switched on"
        hint="Mail for a mailbox that is off is refused, and nothing is fetched."
        checked={form.enabled}
        onChange={(event) => set({ enabled: event.target.checked })}
      />
      <SenderFields form={form} set={set} />
      <Checkbox
        label="Fetch its mail from an IMAP server"
        hint="Without it, its mail must be handed over to us by SMTP."
        checked={form.fetched}
        onChange={(event) => set({ fetched: event.target.checked })}
      />
      {form.fetched && (
        <ImapFields form={form} set={set} mailboxId={hasPassword ? mailbox.id : null} />
      )}
      <Refused words={refused} />
    </FormDialog>
  );
}
