"use client";

import { useState } from "react";
import { useLoadedMessages } from "@/modules/conversations/components/past/use-past";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";
import { toast } from "@/ui/toast";
import { addressesIn, wrongAddress } from "./addresses";

interface ForwardDialogProps {
  readonly ticketId: string;
  readonly number: number;
  readonly messageId: string;
  readonly onClose: () => void;
}

/** Passes a message on: it says to whom, and that its files go with it. */
export default function ForwardDialog({
  ticketId,
  number,
  messageId,
  onClose,
}: ForwardDialogProps) {
  const utils = trpc.useUtils();
  const forward = trpc.mails.forward.useMutation();
  const message = useLoadedMessages(number).find(({ id }) => id === messageId);
  const [line, setLine] = useState("");
  const [words, setWords] = useState("");
  const { busy, trouble, run } = useDeed();
  const to = addressesIn(line);
  const wrong = wrongAddress(to);
  const files = message?.attachments.length ?? 0;
  const reason =
    to.length === 0
      ? "Write an address first"
      : wrong !== undefined
        ? `${wrong} is not a whole address`
        : to.length > limits.forwardAddressesMax
          ? `At most ${limits.forwardAddressesMax} addresses`
          : null;
  const send = () =>
    run(async () => {
      await forward.mutateAsync({ commandId: newId(), ticketId, messageId, to, words });
      onClose();
      await utils.tickets.activity.invalidate({ number });
      toast({ text: `Forwarded to ${to.join(", ")}` });
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Forward a message"
      description={`What ${message?.author.name ?? "they"} wrote${files === 0 ? "" : files === 1 ? ", with its file" : `, with its ${files} files`}. The history says to whom.`}
      footer={
        <>
          <Button onClick={onClose}>Keep it here</Button>
          <Button variant="primary" busy={busy} disabledReason={reason} onClick={send}>
            {to.length === 1 && wrong === undefined ? `Forward to ${to[0]}` : "Forward"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
        <Field label="To" hint="Addresses outside, with commas between them.">
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
        <Field label="What you say about it" optional>
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              value={words}
              maxLength={limits.bodyCharsMax}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
