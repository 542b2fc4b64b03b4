"use client";

import { useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Textarea } from "@/ui/textarea";
import { toast } from "@/ui/toast";

/** One answer to everybody whose ticket comes from this problem. */
export function IncidentsDialog({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const utils = trpc.useUtils();
  const answer = trpc.tickets.answerIncidents.useMutation();
  const update = trpc.tickets.update.useMutation();
  const aside = trpc.tickets.aside.useQuery({ number: row.number }).data;
  const [body, setBody] = useState("");
  const [solves, setSolves] = useState(true);
  const [solvesThis, setSolvesThis] = useState(true);
  const { busy, trouble, run } = useDeed();
  const count = aside?.openIncidents ?? 0;
  const many = count === 1 ? "1 incident" : `${count} incidents`;
  const mayResolve = row.status !== "resolved" && row.status !== "closed";
  const submit = () =>
    run(async () => {
      const { tickets } = await answer.mutateAsync({
        commandId: newId(),
        ticketId: row.id,
        body,
        setStatus: solves ? "resolved" : undefined,
      });
      if (solvesThis && mayResolve)
        await update.mutateAsync({
          commandId: newId(),
          ticketId: row.id,
          changes: { status: "resolved" },
        });
      onClose();
      await utils.tickets.invalidate();
      toast({ text: `Answering ${tickets === 1 ? "1 incident" : `${tickets} incidents`}` });
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Answer all incidents"
      description={`They come from #${row.number} ${row.subject}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={
              count === 0 ? "No incident is open" : body.trim() === "" ? "Write the answer" : null
            }
            onClick={submit}
          >
            {solves ? `Send to ${many}, set Resolved` : `Send to ${many}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
        <Field
          label="Answer"
          hint="Each requester gets it in their own ticket, from you. Markdown works."
        >
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              maxLength={limits.bodyCharsMax}
              value={body}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        <Checkbox
          label="Set them resolved"
          checked={solves}
          onChange={(event) => setSolves(event.target.checked)}
        />
        {mayResolve && (
          <Checkbox
            label={`Set #${row.number} resolved, too`}
            checked={solvesThis}
            onChange={(event) => setSolvesThis(event.target.checked)}
          />
        )}
      </div>
    </Dialog>
  );
}
