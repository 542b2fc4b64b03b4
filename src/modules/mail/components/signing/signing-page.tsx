"use client";

import { useState } from "react";
import { AdminPage } from "@/modules/responses/components/admin/admin-page";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { DescriptionList } from "@/ui/description-list";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { SkeletonRows } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";

/** Signing of a mailbox's mails: the key is ours, the record is for the domain's administrator. */
export function SigningPage({ mailboxId }: { readonly mailboxId: string }) {
  const utils = trpc.useUtils();
  const { data } = trpc.signing.get.useQuery({ mailboxId });
  const make = trpc.signing.make.useMutation();
  const turn = trpc.signing.switch.useMutation();
  const { change, busy, refused } = useChange();
  const [selector, setSelector] = useState("desk");
  const [replacing, setReplacing] = useState(false);
  const again = () => void utils.signing.invalidate();
  const isRight = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(selector);
  const newKey = () =>
    void change(({ commandId }) => make.mutateAsync({ commandId, mailboxId, selector }), {
      done: "The key is made. Publish its record, then switch signing on",
      next: again,
    });
  const switchTo = (enabled: boolean) =>
    void change(({ commandId }) => turn.mutateAsync({ commandId, mailboxId, enabled }), {
      done: enabled ? "Mails are signed from now on" : "Mails are not signed any more",
      next: again,
    });
  if (data === undefined) return <SkeletonRows rows={4} label="Loading the signing key" />;
  const { key, domain, address } = data;
  const says =
    key === null
      ? `Mails of ${address} are not signed. Many servers then take them for spam.`
      : key.enabled
        ? `Every mail that ${domain} sends is signed.`
        : `There is a key for ${domain}. It signs once you have published its record and switched it on.`;
  return (
    <AdminPage title={`Signing of ${domain}`} says={says}>
      <p className="text-ui">
        <TextLink href="/admin/mailboxes">Mailboxes</TextLink>
      </p>
      {key !== null && (
        <>
          <DescriptionList
            items={[
              {
                term: "State",
                value: (
                  <Chip tone={key.enabled ? "good" : "warn"}>{key.enabled ? "Signs" : "Off"}</Chip>
                ),
              },
              { term: "Record", value: `${key.record.type} ${key.record.name}` },
              {
                term: "Value",
                value: <code className="break-all text-small">{key.record.value}</code>,
              },
            ]}
          />
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" busy={busy} onClick={() => switchTo(!key.enabled)}>
              {key.enabled ? "Switch signing off" : "Switch signing on"}
            </Button>
            <Button onClick={() => void navigator.clipboard.writeText(key.record.value)}>
              Copy the value
            </Button>
          </div>
        </>
      )}
      <Refused words={refused} />
      <Field
        label="Selector"
        hint="Names the key within the domain: letters, numbers, hyphens."
        className="max-w-small"
        error={isRight ? null : "Use letters, numbers and hyphens, up to 63."}
      >
        {(control) => (
          <Input
            {...control}
            value={selector}
            autoComplete="off"
            onChange={(event) => setSelector(event.target.value.toLowerCase())}
          />
        )}
      </Field>
      <Button
        className="self-start"
        busy={busy}
        disabledReason={isRight ? null : "The selector is not right yet"}
        onClick={() => (key === null ? newKey() : setReplacing(true))}
      >
        {key === null ? "Make a key" : "Make a new key"}
      </Button>
      {replacing && (
        <AlertDialog
          open
          onOpenChange={setReplacing}
          title="Make a new key?"
          loses="The key that is there signs nothing more, and signing is off until you have published the new record."
          confirm="Make a new key"
          onConfirm={newKey}
        />
      )}
    </AdminPage>
  );
}
