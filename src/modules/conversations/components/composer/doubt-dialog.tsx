"use client";

import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { MessageBody } from "../message-body";
import type { Doubt } from "./send-checks";

export interface DoubtDialogProps {
  readonly doubt: Doubt;
  /** Who reads a reply. */
  readonly to: string;
  /** Keeps the draft and goes back to it. */
  readonly onKeep: () => void;
  readonly onReview: () => void;
  readonly onSend: () => void;
  readonly onMakeNote: () => void;
}

/** What came meanwhile, or who is called by name, before it goes to a customer. */
export function DoubtDialog(props: DoubtDialogProps) {
  const { doubt, to, onKeep, onReview, onSend, onMakeNote } = props;
  if (doubt.kind === "mention") {
    return (
      <Dialog
        open
        size="small"
        onOpenChange={(open) => !open && onKeep()}
        title={`${to} would see this`}
        footer={
          <>
            <Button onClick={onSend}>Send to {to} anyway</Button>
            <Button variant="note" autoFocus onClick={onMakeNote}>
              Make it a note
            </Button>
          </>
        }
      >
        <p className="text-body">
          You call {doubt.name}, a colleague. A reply goes to the customer; a note stays in the
          team.
        </p>
      </Dialog>
    );
  }
  const { messages } = doubt;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onKeep()}
      title={
        messages.length === 1
          ? "A message came meanwhile"
          : `${messages.length} messages came meanwhile`
      }
      description="You began to write before. Your draft is kept."
      scrollStop
      footer={
        <>
          <Button onClick={onKeep}>Keep draft</Button>
          <Button onClick={onSend}>Send anyway</Button>
          <Button variant="primary" autoFocus onClick={onReview}>
            Review
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-4">
        {messages.map((message) => (
          <li key={message.id}>
            <p className="text-ui font-semibold">
              {message.author.name}
              {message.kind === "note" && " · Internal note"}
            </p>
            <MessageBody html={message.html ?? ""} files={message.attachments} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
