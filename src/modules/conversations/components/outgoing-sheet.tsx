"use client";

import { useMe } from "@/modules/tickets/components/me";
import { Button } from "@/ui/button";
import { CopyReference } from "@/ui/copy-reference";
import type { Outgoing } from "./composer/outgoing-store";
import { useSend } from "./composer/use-send";
import { Sheet } from "./message";

/** A message on its way; when it did not go, why, and the two ways on. */
export function OutgoingSheet({ message }: { message: Outgoing }) {
  const me = useMe();
  const { sendAgain, backToDraft } = useSend();
  const { problem } = message;
  return (
    <Sheet
      kind={message.kind}
      side="staff"
      author={me.name}
      when={problem === null ? "Sending" : "Not sent"}
    >
      <p className="max-w-prose whitespace-pre-wrap text-body">{message.written.text}</p>
      {problem !== null && (
        <div
          role="alert"
          className="mt-3 flex flex-wrap items-center gap-2 border-line border-t pt-3 text-ui"
        >
          <span className="text-bad">Not sent. {problem.words}</span>
          <Button onClick={() => sendAgain(message)}>Send again</Button>
          <Button variant="quiet" onClick={() => backToDraft(message)}>
            Back to the draft
          </Button>
          {problem.reference !== undefined && <CopyReference reference={problem.reference} />}
        </div>
      )}
    </Sheet>
  );
}
