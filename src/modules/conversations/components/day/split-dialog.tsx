"use client";

import { useState } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { useMe } from "@/modules/tickets/components/me";
import { usePlace } from "@/modules/tickets/components/use-place";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import type { MessageView } from "../../schema";
import { useLoadedMessages } from "../past/use-past";

interface SplitDialogProps {
  readonly row: TicketRow;
  readonly messageId: string;
  readonly onClose: () => void;
}

/** The words of a message without its markup, for a list to choose from. */
function wordsOf({ html }: MessageView): string {
  const text = new DOMParser().parseFromString(html ?? "", "text/html").body.textContent ?? "";
  return text.replace(/\s+/g, " ").trim() || "Files";
}

/** Which messages go into a ticket of their own, and what it is called. */
export function SplitDialog({ row, messageId, onClose }: SplitDialogProps) {
  const { go } = usePlace();
  const me = useMe();
  const now = useNow();
  const utils = trpc.useUtils();
  const split = trpc.tickets.split.useMutation();
  const messages = useLoadedMessages(row.number).filter((message) => message.state !== "held");
  const [subject, setSubject] = useState(row.subject);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([messageId]));
  const { busy, trouble, run } = useDeed();
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const from = messages.findIndex((message) => message.id === messageId);
  const following = messages.slice(Math.max(from, 0)).map((message) => message.id);
  const submit = () =>
    run(async () => {
      const { number } = await split.mutateAsync({
        commandId: newId(),
        ticketId: row.id,
        messageIds: [...chosen],
        subject,
      });
      onClose();
      await utils.tickets.invalidate();
      go({ number });
      toast({ text: `Split off as #${number}, linked with #${row.number}` });
    });
  const reason =
    chosen.size === 0
      ? "Choose a message"
      : chosen.size >= messages.length
        ? "A message has to stay"
        : subject.trim() === ""
          ? "Write a subject"
          : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Split into a new ticket"
      description={`From #${row.number} ${row.subject}. The two are linked both ways.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabledReason={reason} onClick={submit}>
            {chosen.size === 1 ? "Split 1 message" : `Split ${chosen.size} messages`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
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
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-semibold text-ui">Messages that go along</legend>
          {messages.map((message) => (
            <label
              key={message.id}
              className="flex min-h-control cursor-pointer items-center gap-2 rounded-control px-2 text-ui hover:bg-hover"
            >
              <input
                type="checkbox"
                checked={chosen.has(message.id)}
                onChange={() => toggle(message.id)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="shrink-0 font-semibold">{message.author.name}</span>
              <span className="min-w-0 flex-1 truncate text-ink-2">
                {message.kind === "note" && "Note: "}
                {wordsOf(message)}
              </span>
              <Time
                value={message.createdAt}
                now={now}
                zone={me.timeZone}
                locale={me.locale}
                focusable={false}
                className="shrink-0 text-ink-3 text-small"
              />
            </label>
          ))}
          <Button
            variant="quiet"
            className="self-start"
            onClick={() => setChosen(new Set(following))}
          >
            Choose this one and all that follow
          </Button>
        </fieldset>
      </div>
    </Dialog>
  );
}
