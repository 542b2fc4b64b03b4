"use client";

import { useState } from "react";
import { chosenLinkKinds, type LinkEnd, linkWords, type TicketRow } from "@/modules/tickets/client";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { RadioGroup } from "@/ui/radio-group";
import { toast } from "@/ui/toast";
import { PickTicket } from "./pick-ticket";
import { TroubleLine } from "./trouble-line";
import { useDeed } from "./use-deed";

type Way = {
  value: string;
  kind: (typeof chosenLinkKinds)[number];
  end: LinkEnd;
  label: string;
};

/** What the other ticket can be to this one. */
const ways: readonly Way[] = chosenLinkKinds.flatMap((kind) =>
  (kind === "related" ? (["from"] as const) : (["from", "to"] as const)).map((end) => ({
    value: `${kind} ${end}`,
    kind,
    end,
    label: linkWords[kind][end],
  })),
);

/** Ties another ticket to this one. */
export function LinkDialog({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const utils = trpc.useUtils();
  const link = trpc.tickets.link.useMutation();
  const [other, setOther] = useState<TicketRow | null>(null);
  const [way, setWay] = useState("related from");
  const { busy, trouble, run } = useDeed();
  const chosen = ways.find((one) => one.value === way);
  const submit = () =>
    run(async () => {
      if (other === null || chosen === undefined) return;
      const { kind, end } = chosen;
      const about = { commandId: newId(), ticketId: row.id, otherNumber: other.number };
      await link.mutateAsync({ ...about, kind, end });
      onClose();
      await utils.tickets.aside.invalidate({ number: row.number });
      toast({ text: `#${row.number} and #${other.number} are linked` });
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Link a ticket"
      description={`#${row.number} ${row.subject}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={other === null ? "Choose the other ticket" : null}
            onClick={submit}
          >
            Link
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
        <PickTicket
          label="The other ticket"
          exceptId={row.id}
          first={`requester:${row.requester.id}`}
          picked={other}
          onPick={setOther}
        />
        <RadioGroup
          label={`What it is to #${row.number}`}
          name="way"
          value={way}
          onValueChange={setWay}
          options={ways.map(({ value, label }) => ({ value, label }))}
        />
      </div>
    </Dialog>
  );
}
