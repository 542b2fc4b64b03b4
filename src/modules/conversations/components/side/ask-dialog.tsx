"use client";

import { useState } from "react";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { languageNames, languages, readLanguage } from "@/platform/i18n/languages";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { Textarea } from "@/ui/textarea";
import { SideFiles, useSideFiles } from "./side-files";

interface AskDialogProps {
  readonly ticketId: string;
  readonly subject: string;
  readonly requesterName: string;
  readonly onClose: () => void;
}

/** Begins a side conversation; the button says who gets it. */
export function AskDialog({ ticketId, requesterName, onClose, ...given }: AskDialogProps) {
  const utils = trpc.useUtils();
  const open = trpc.sides.open.useMutation();
  const [address, setAddress] = useState("");
  const [subject, setSubject] = useState(given.subject);
  const [body, setBody] = useState("");
  const [language, setLanguage] = useState("");
  const bringing = useSideFiles(ticketId);
  const { busy, trouble, run } = useDeed();
  const reason =
    address.trim() === ""
      ? "Write an address first"
      : subject.trim() === ""
        ? "Name it first"
        : body.trim() === ""
          ? "Write something first"
          : bringing.reason;
  const send = () =>
    run(async () => {
      await open.mutateAsync({
        ...{ commandId: newId(), ticketId, address, subject, body },
        attachmentIds: bringing.ids,
        language: readLanguage(language) ?? undefined,
      });
      bringing.clear();
      onClose();
      await utils.sides.invalidate();
    });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Ask somebody else"
      description={`By mail, beside the ticket. ${requesterName} never sees it.`}
      footer={
        <>
          <Button onClick={onClose}>Discard</Button>
          <Button variant="primary" busy={busy} disabledReason={reason} onClick={send}>
            {address.trim() === "" ? "Send" : `Send to ${address.trim()}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
        <Field label="To">
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="off"
              value={address}
              maxLength={limits.emailCharsMax}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <Field label="Subject" hint="It is mailed as it stands here.">
          {(control) => (
            <Input
              {...control}
              value={subject}
              maxLength={limits.subjectCharsMax}
              onChange={(event) => setSubject(event.target.value)}
            />
          )}
        </Field>
        <Field label="What you ask">
          {(control) => (
            <Textarea
              {...control}
              rows={7}
              value={body}
              maxLength={limits.bodyCharsMax}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        <SideFiles bringing={bringing} />
        <Field label="The letter around it is in" hint="Your words are mailed as you write them.">
          {(control) => (
            <Select
              {...control}
              value={language}
              onChange={(event) => setLanguage(event.target.value)}
              options={[
                { value: "", label: "Their language of last time, else the help desk's" },
                ...languages.map((one) => ({ value: one, label: languageNames[one] })),
              ]}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
