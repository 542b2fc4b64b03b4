"use client";

import { useState } from "react";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import { addressesIn, wrongAddress } from "./addresses";

interface MailDialogProps {
  readonly ticketId: string;
  readonly onClose: () => void;
}

/** From where a ticket is answered, and who gets the next answer unseen by the others. */
export default function MailDialog({ ticketId, onClose }: MailDialogProps) {
  const { data } = trpc.mails.choices.useQuery({ ticketId });
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title="Mailbox and blind copies"
      description="How this ticket's answers are mailed."
    >
      {data === undefined ? (
        <SkeletonRows rows={2} label="Loading mailboxes" />
      ) : (
        <Choices ticketId={ticketId} choices={data} onClose={onClose} />
      )}
    </Dialog>
  );
}

type Choices = RouterOutputs["mails"]["choices"];

function Choices(props: MailDialogProps & { readonly choices: Choices }) {
  const { ticketId, choices, onClose } = props;
  const utils = trpc.useUtils();
  const choose = trpc.mails.choose.useMutation();
  const [mailboxId, setMailboxId] = useState(choices.mailboxId ?? "");
  const [line, setLine] = useState(choices.bcc.join(", "));
  const { busy, trouble, run } = useDeed();
  const bcc = addressesIn(line);
  const wrong = wrongAddress(bcc);
  const reason =
    wrong !== undefined
      ? `${wrong} is not a whole address`
      : bcc.length > limits.blindCopiesMax
        ? `At most ${limits.blindCopiesMax} addresses`
        : null;
  const save = () =>
    run(async () => {
      const chosen = mailboxId === "" || mailboxId === choices.mailboxId ? {} : { mailboxId };
      await choose.mutateAsync({ commandId: newId(), ticketId, bcc, ...chosen });
      onClose();
      await utils.mails.choices.invalidate({ ticketId });
      toast({ text: "Saved for this ticket" });
    });
  return (
    <div className="flex flex-col gap-4">
      <TroubleLine trouble={trouble} />
      {choices.mailboxes.length === 0 ? (
        <p className="text-ink-2 text-ui">
          There is no mailbox yet. An admin makes one; until then answers come by the portal.
        </p>
      ) : (
        <Field label="Answers go from" hint="From now on, whoever answers.">
          {(control) => (
            <Select
              {...control}
              value={mailboxId}
              onChange={(event) => setMailboxId(event.target.value)}
              options={[
                ...(choices.mailboxId === null ? [{ value: "", label: "The usual sender" }] : []),
                ...choices.mailboxes.map(({ id, name, address }) => ({
                  value: id,
                  label: `${name} <${address}>`,
                })),
              ]}
            />
          )}
        </Field>
      )}
      <Field
        label="Blind copy of my next answer"
        hint="Addresses with commas between them; nobody else sees them."
        optional
      >
        {(control) => (
          <Input
            {...control}
            inputMode="email"
            autoComplete="off"
            value={line}
            onChange={(event) => setLine(event.target.value)}
          />
        )}
      </Field>
      <Button
        variant="primary"
        busy={busy}
        disabledReason={reason}
        onClick={save}
        className="self-end"
      >
        Save for this ticket
      </Button>
    </div>
  );
}
