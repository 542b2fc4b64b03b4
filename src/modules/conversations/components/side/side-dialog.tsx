"use client";

import { type ReactNode, useState } from "react";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { useDeed } from "@/modules/tickets/components/day/use-deed";
import { useMe } from "@/modules/tickets/components/me";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { useNow } from "@/ui/now-provider";
import { SkeletonRows } from "@/ui/skeleton";
import { Textarea } from "@/ui/textarea";
import { Time } from "@/ui/time";
import { Attachments } from "../attachments";
import { FoldedBody } from "../folded-body";
import { SideFiles, useSideFiles } from "./side-files";

type Side = RouterOutputs["sides"]["list"]["sides"][number];

/** What higher modules say under one of its messages; they may ask for all at once. */
export type SideFoot = (messageId: string, messageIds: readonly string[]) => ReactNode;

interface SideDialogProps {
  readonly side: Side;
  readonly foot: SideFoot;
  readonly onClose: () => void;
}

/** One side conversation: what was said, and a box for more. */
export function SideDialog({ side, foot, onClose }: SideDialogProps) {
  const utils = trpc.useUtils();
  const { timeZone: zone, locale } = useMe();
  const now = useNow();
  const { data } = trpc.sides.get.useQuery({ sideId: side.id });
  const answer = trpc.sides.answer.useMutation();
  const end = trpc.sides.close.useMutation();
  const [body, setBody] = useState("");
  const { busy, trouble, run } = useDeed();
  const about = { sideId: side.id };
  const bringing = useSideFiles(side.id);
  const ours = (data?.messages ?? []).filter((one) => one.side === "us").map(({ id }) => id);
  const send = () =>
    run(async () => {
      await answer.mutateAsync({ commandId: newId(), ...about, body, attachmentIds: bringing.ids });
      setBody("");
      bringing.clear();
      await utils.sides.invalidate();
    });
  const finish = () =>
    run(async () => {
      await end.mutateAsync({ commandId: newId(), ...about });
      onClose();
      await utils.sides.invalidate();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={side.subject}
      description={`With ${side.address}, beside the ticket. Its customer never sees it.`}
      footer={
        <>
          {!side.closed && <Button onClick={finish}>Nothing more is expected</Button>}
          <Button
            variant="primary"
            busy={busy}
            disabledReason={body.trim() === "" ? "Write something first" : bringing.reason}
            onClick={send}
          >
            Send to {side.address}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TroubleLine trouble={trouble} />
        {data === undefined && <SkeletonRows rows={3} label="Loading the side conversation" />}
        <ol aria-label="Messages beside the ticket" className="flex flex-col gap-3">
          {data?.messages.map((message) => (
            <li
              key={message.id}
              className={`rounded-card border border-line p-3 ${message.side === "us" ? "bg-reply-paper" : "bg-raised"}`}
            >
              <p className="mb-2 flex flex-wrap gap-x-2 text-ui">
                <span className="min-w-0 break-all font-semibold">{message.author}</span>
                <span className="ms-auto text-ink-3 text-small">
                  <Time value={message.at} now={now} zone={zone} locale={locale} />
                </span>
              </p>
              <FoldedBody html={message.html} files={message.attachments} />
              <Attachments files={message.attachments} />
              {message.side === "us" && foot(message.id, ours)}
            </li>
          ))}
        </ol>
        <Field label={`Write to ${side.address}`}>
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              value={body}
              maxLength={limits.bodyCharsMax}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        <SideFiles bringing={bringing} />
      </div>
    </Dialog>
  );
}
