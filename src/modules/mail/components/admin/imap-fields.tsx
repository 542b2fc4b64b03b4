"use client";

import { useState } from "react";
import { Refused } from "@/modules/responses/components/admin/refused";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { imapMissing, imapOf, type MailboxForm } from "./mailbox-form";

interface ImapFieldsProps {
  readonly form: MailboxForm;
  readonly set: (changed: Partial<MailboxForm>) => void;
  /** Of a mailbox that has a password already; it is kept where none is typed. */
  readonly mailboxId: string | null;
}

type Tried = { tone: "good" | "bad"; says: string } | null;

/** Where the mail of a mailbox is fetched, and a way to find out before saving whether it works. */
export function ImapFields({ form, set, mailboxId }: ImapFieldsProps) {
  const test = trpc.mail.testMailbox.useMutation();
  const [tried, setTried] = useState<Tried>(null);
  const reason = imapMissing(form, mailboxId !== null);
  const tries = async () => {
    setTried(null);
    try {
      const { fault } = await test.mutateAsync({
        commandId: newId(),
        mailboxId,
        imap: imapOf(form),
      });
      setTried(
        fault === null
          ? { tone: "good", says: "It works: the folder can be opened." }
          : { tone: "bad", says: `It does not work. The server said: ${fault}` },
      );
    } catch {
      setTried({ tone: "bad", says: "It could not be tried. Check the fields and try again." });
    }
  };
  const field = (
    label: string,
    key: "host" | "port" | "user" | "password" | "folder",
    hint?: string,
  ) => (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          value={form[key]}
          type={key === "password" ? "password" : "text"}
          inputMode={key === "port" ? "numeric" : undefined}
          autoComplete="off"
          onChange={(event) => {
            setTried(null);
            set({ [key]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="flex flex-col gap-4 rounded-card border border-line p-4">
      <legend className="px-1 font-semibold text-ui">IMAP server</legend>
      {field("Server", "host")}
      {field("Port", "port", "993 with encryption from the start, 143 without.")}
      <Checkbox
        label="Encrypted from the start (TLS)"
        checked={form.secure}
        onChange={(event) => set({ secure: event.target.checked })}
      />
      {field("User", "user")}
      {field(
        "Password",
        "password",
        mailboxId === null ? undefined : "Leave it empty to keep the one that is stored.",
      )}
      {field("Folder", "folder")}
      <Button
        className="self-start"
        busy={test.isPending}
        disabledReason={reason}
        onClick={() => void tries()}
      >
        Test connection
      </Button>
      {tried?.tone === "good" && (
        <p role="status" className="text-good text-ui">
          {tried.says}
        </p>
      )}
      <Refused words={tried?.tone === "bad" ? tried.says : null} />
    </fieldset>
  );
}
