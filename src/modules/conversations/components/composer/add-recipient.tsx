"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { readError } from "@/modules/tickets/components/error-words";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useParticipants } from "./use-participants";

interface AddRecipientProps {
  readonly row: TicketRow;
  readonly onClose: () => void;
}

/** Finds a customer to be in copy: from then on they see the request as who asked it does. */
export default function AddRecipient({ row, onClose }: AddRecipientProps) {
  const [words, setWords] = useState("");
  const { add, busy } = useParticipants(row);
  const found = trpc.identity.customers.useQuery(
    { words },
    { enabled: words.trim() !== "", placeholderData: keepPreviousData },
  );
  const known = new Set([row.requester.id, ...row.participantIds]);
  const people = (found.data?.people ?? []).filter((person) => !known.has(person.id));
  const isAsked = words.trim() !== "" && !found.isPending;
  return (
    <Dialog
      open
      size="small"
      title="Put somebody in copy"
      description="They see this request and every reply in it, also the earlier ones. Notes stay in the team."
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="flex flex-col gap-3">
        <Field label="Name or e-mail of a customer">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <p role="status" className="text-ink-2 text-small">
          {found.error !== null
            ? readError(found.error).words
            : isAsked && people.length === 0
              ? "Nobody of that name. Customers are known from their first request on."
              : ""}
        </p>
        <ul aria-label="Customers" className="flex flex-col gap-1">
          {words.trim() !== "" &&
            people.map(({ id, name, email, organization }) => (
              <li key={id}>
                <Button
                  busy={busy}
                  className="h-auto w-full justify-between! py-1"
                  onClick={() => void add(id).then(onClose)}
                >
                  <span className="min-w-0 truncate text-start">
                    {name}
                    {organization !== null && (
                      <span className="font-normal text-ink-2"> · {organization}</span>
                    )}
                  </span>
                  <span className="min-w-0 truncate font-normal text-ink-2">{email}</span>
                </Button>
              </li>
            ))}
        </ul>
      </div>
    </Dialog>
  );
}
