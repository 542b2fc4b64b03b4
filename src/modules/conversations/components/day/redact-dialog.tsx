"use client";

import { useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Textarea } from "@/ui/textarea";
import { toast } from "@/ui/toast";
import { useLoadedMessages } from "../past/use-past";
import { useRefetchTicket } from "../use-refetch-ticket";

interface RedactDialogProps {
  readonly row: TicketRow;
  readonly messageId: string;
  readonly onClose: () => void;
}

const markedWords = () => window.getSelection()?.toString().trim() ?? "";

/** Removes words or a file for good: it says what is lost, because nothing brings it back. */
export function RedactDialog({ row, messageId, onClose }: RedactDialogProps) {
  const refetch = useRefetchTicket();
  const redact = trpc.tickets.redact.useMutation();
  const messages = useLoadedMessages(row.number);
  const files = messages.find((message) => message.id === messageId)?.attachments ?? [];
  const [what, setWhat] = useState("words");
  const [words, setWords] = useState(() => markedWords().slice(0, limits.redactWordsCharsMax));
  const { busy, trouble, run } = useDeed();
  const isWords = what === "words";
  const short = words.trim().length < limits.redactWordsCharsMin;
  const submit = () =>
    run(async () => {
      await redact.mutateAsync({
        commandId: newId(),
        ticketId: row.id,
        messageId,
        what: isWords ? { words } : { attachmentId: what },
      });
      onClose();
      await refetch(row.number);
      toast({ text: isWords ? "The words were removed" : "The file was removed" });
    });
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title="Remove for good"
      description={`#${row.number}. Nothing brings it back.`}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            variant="danger"
            busy={busy}
            disabledReason={
              isWords && short ? `Write at least ${limits.redactWordsCharsMin} letters` : null
            }
            onClick={submit}
          >
            {isWords ? "Remove the words" : "Remove the file"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
        {files.length > 0 && (
          <RadioGroup
            label="What is removed"
            name="redact"
            value={what}
            onValueChange={setWhat}
            options={[
              { value: "words", label: "Words" },
              ...files.map((file) => ({ value: file.id, label: `The file ${file.name}` })),
            ]}
          />
        )}
        {isWords && (
          <Field
            label="The words"
            hint="As they stand in the message. Case and line breaks do not matter."
          >
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={limits.redactWordsCharsMax}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
        )}
        <p className="text-ink-2 text-ui">
          {isWords
            ? "They leave every message of this ticket, its subject, kept mails, search and history. Mails that were sent are with their readers."
            : "Its bytes are deleted. Whoever downloaded it before has it still."}{" "}
          The history says that you removed something, and when; not what.
        </p>
      </div>
    </Dialog>
  );
}
