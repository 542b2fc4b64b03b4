"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogClose } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { Organization } from "./organizations-page";
import { Refused } from "./refused";
import { useChange } from "./use-change";

export interface OrganizationDialogProps {
  readonly organization?: Organization;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What an organization is called, and whether its people read each other's requests. */
export function OrganizationDialog({ organization, onClose, onDone }: OrganizationDialogProps) {
  const [name, setName] = useState(organization?.name ?? "");
  const [shares, setShares] = useState(organization?.sharesTickets ?? false);
  const save = trpc.identity.saveOrganization.useMutation();
  const { change, busy, refused } = useChange();
  const reason = name.trim() === "" ? "Name it first" : null;
  const send = () =>
    change(
      ({ commandId }) =>
        save.mutateAsync({ commandId, id: organization?.id ?? null, name, sharesTickets: shares }),
      {
        done: `${name} saved`,
        next: () => {
          onDone();
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={organization === undefined ? "New organization" : `Change ${organization.name}`}
      footer={
        <>
          <DialogClose>
            <Button>Discard</Button>
          </DialogClose>
          <Button
            form="organization-form"
            type="submit"
            variant="primary"
            busy={busy}
            disabledReason={reason}
          >
            Save organization
          </Button>
        </>
      }
    >
      <form
        id="organization-form"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason === null) void send();
        }}
      >
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              value={name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Checkbox
          label="All its people read each other's requests"
          checked={shares}
          onChange={(event) => setShares(event.target.checked)}
        />
        <p className="text-ink-2 text-small">
          Without it each reads their own, and those whom you name under People read all.
        </p>
        <Refused words={refused} />
      </form>
    </Dialog>
  );
}
