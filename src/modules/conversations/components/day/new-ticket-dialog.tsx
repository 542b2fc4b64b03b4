"use client";

import { useDeferredValue, useState } from "react";
import type { TicketPriority } from "@/modules/tickets/client";
import { PickCustomer, type PickedCustomer } from "@/modules/tickets/components/day/pick-customer";
import { SimilarList } from "@/modules/tickets/components/day/similar-list";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { PriorityField } from "@/modules/tickets/components/priority-field";
import { usePlace } from "@/modules/tickets/components/use-place";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { RadioGroup } from "@/ui/radio-group";
import { Textarea } from "@/ui/textarea";
import { toast } from "@/ui/toast";

const hows = [
  {
    value: "their_words",
    label: "A call: their words",
    hint: "Stands as their message. They get the number by mail.",
  },
  {
    value: "note",
    label: "A call: our note",
    hint: "Only we read it. They get the number by mail.",
  },
  { value: "outbound", label: "We write first", hint: "Goes out to them by mail as our message." },
] as const;
type How = (typeof hows)[number]["value"];

const bodyLabels: Record<How, string> = {
  their_words: "What they said",
  note: "Note",
  outbound: "Message",
};

/** A ticket that we begin: who it is for comes first. */
export function NewTicketDialog({ onClose }: { onClose: () => void }) {
  const { go } = usePlace();
  const open = trpc.tickets.open.useMutation();
  const [requester, setRequester] = useState<PickedCustomer | null>(null);
  const [how, setHow] = useState<How>("their_words");
  const [subject, setSubject] = useState("");
  const [body, setBody] = useState("");
  const [priority, setPriority] = useState<TicketPriority>("medium");
  const [mine, setMine] = useState(true);
  const { busy, trouble, run } = useDeed();
  const about = useDeferredValue(subject.trim());
  const requesterId = requester !== null && "id" in requester ? requester.id : undefined;
  const reason =
    requester === null || requester.name.trim() === ""
      ? "Choose who it is for"
      : subject.trim() === ""
        ? "Write a subject"
        : body.trim() === ""
          ? "Write what it is about"
          : null;
  const submit = () =>
    run(async () => {
      if (requester === null) return;
      const who = "id" in requester ? { id: requester.id } : requester;
      const words = { subject, body, how, priority, mine };
      const { number } = await open.mutateAsync({ commandId: newId(), requester: who, ...words });
      onClose();
      go({ number });
      toast({ text: `#${number} is open` });
    });
  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && onClose()}
      title="New ticket"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabledReason={reason} onClick={submit}>
            {how === "outbound" && requester !== null
              ? `Send to ${requester.name}`
              : "Open the ticket"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
        <PickCustomer label="Requester" picked={requester} mayBeNew onPick={setRequester} />
        <RadioGroup
          label="How it begins"
          name="how"
          value={how}
          onValueChange={(value) => setHow(hows.find((one) => one.value === value)?.value ?? how)}
          options={[...hows]}
        />
        <Field label="Subject">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={limits.subjectCharsMax}
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
            />
          )}
        </Field>
        {about.length > 2 && (
          <section aria-label="Likely the same" className="empty:hidden">
            <SimilarList subject={about} requesterId={requesterId} onOpen={onClose} />
          </section>
        )}
        <Field label={bodyLabels[how]} hint="Markdown works.">
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
        <PriorityField priority={priority} onPriority={setPriority} />
        <Checkbox
          label="Assign it to me"
          checked={mine}
          onChange={(event) => setMine(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
