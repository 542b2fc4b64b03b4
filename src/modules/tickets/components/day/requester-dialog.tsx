"use client";

import { useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { RadioGroup } from "@/ui/radio-group";
import { toast } from "@/ui/toast";
import { PickCustomer, type PickedCustomer } from "./pick-customer";
import { TroubleLine } from "./trouble-line";
import { attempt, useDeed } from "./use-deed";

/** Somebody else asked; or they are one person, and all their tickets come together. */
export function RequesterDialog({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const utils = trpc.useUtils();
  const change = trpc.tickets.changeRequester.useMutation();
  const merge = trpc.tickets.mergePeople.useMutation();
  const unmerge = trpc.tickets.unmergePeople.useMutation();
  const [what, setWhat] = useState("other");
  const [picked, setPicked] = useState<PickedCustomer | null>(null);
  const { busy, trouble, run } = useDeed();
  const { requester } = row;
  const merges = what === "same";
  const isThemselves = picked !== null && "id" in picked && picked.id === requester.id;
  const reason =
    picked === null ? "Choose a person" : isThemselves ? "This is the same account" : null;
  const submit = () =>
    run(async () => {
      if (picked === null) return;
      if (merges && "id" in picked) {
        const wanted = { keptId: picked.id, mergedId: requester.id };
        const { mergeId } = await merge.mutateAsync({ commandId: newId(), ...wanted });
        const undo = () =>
          attempt(async () => {
            await unmerge.mutateAsync({ commandId: newId(), mergeId });
            await utils.tickets.invalidate();
          });
        toast({ text: `${requester.name} and ${picked.name} are one person now`, undo });
      } else {
        const wanted = "id" in picked ? { id: picked.id } : picked;
        await change.mutateAsync({ commandId: newId(), ticketId: row.id, requester: wanted });
        const back = { ticketId: row.id, requester: { id: requester.id } };
        const undo = () => attempt(() => change.mutateAsync({ commandId: newId(), ...back }));
        toast({ text: `#${row.number} is from ${picked.name} now`, undo });
      }
      onClose();
      await utils.tickets.invalidate();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Requester"
      description={`#${row.number} is from ${requester.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabledReason={reason} onClick={submit}>
            {merges ? "Merge the two people" : "Change the requester"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
        <RadioGroup
          label="What is right"
          name="what"
          value={what}
          onValueChange={(value) => {
            setWhat(value);
            setPicked(null);
          }}
          options={[
            {
              value: "other",
              label: "Somebody else asked",
              hint: `They see this ticket from now on; ${requester.name} does not.`,
            },
            {
              value: "same",
              label: `${requester.name} has another account`,
              hint: "All their tickets go there, and this account is shut. You can take it back for 30 days.",
            },
          ]}
        />
        <PickCustomer
          key={what}
          label={merges ? "The account that stays" : "Who asked"}
          picked={picked}
          mayBeNew={!merges}
          onPick={setPicked}
        />
      </div>
    </Dialog>
  );
}
