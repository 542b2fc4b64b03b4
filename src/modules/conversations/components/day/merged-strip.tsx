"use client";

import { useEffect, useEffectEvent } from "react";
import { attempt } from "@/modules/tickets/components/day/use-deed";
import { usePlace } from "@/modules/tickets/components/use-place";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Strip } from "@/ui/strip";
import { toast } from "@/ui/toast";
import { type MessageKind, messageKinds } from "../../schema";
import { keepDraft, readDraft } from "../composer/draft-store";

interface MergedStripProps {
  readonly ticketId: string;
  readonly number: number;
  readonly mergedInto: number;
}

/**
 * The ticket goes on in another one. Whoever has nothing written here is taken there; a draft waits
 * for its author to say so, and goes along.
 */
export function MergedStrip({ ticketId, number, mergedInto }: MergedStripProps) {
  const { go } = usePlace();
  const utils = trpc.useUtils();
  const drafted = messageKinds.filter((kind) => readDraft(ticketId, kind) !== null);
  const hasDraft = drafted.length > 0;

  const leave = useEffectEvent(() => {
    if (hasDraft) return;
    go({ number: mergedInto }, { replace: true });
    toast({ text: `#${number} was merged into this ticket` });
  });
  useEffect(() => leave(), []);

  const carry = (kind: MessageKind, targetId: string) => {
    const mine = readDraft(ticketId, kind);
    if (mine === null) return;
    const there = readDraft(targetId, kind)?.text ?? "";
    const text = [there, mine.text].filter((part) => part !== "").join("\n\n");
    if (keepDraft(targetId, kind, text, null)) keepDraft(ticketId, kind, "", null);
  };
  const follow = () =>
    attempt(async () => {
      const { row } = await utils.tickets.get.fetch({ number: mergedInto });
      for (const kind of drafted) carry(kind, row.id);
      go({ number: mergedInto }, { replace: true });
      toast({ text: `Your draft came along to #${mergedInto}` });
    });
  return (
    <Strip
      tone="warn"
      action={
        <Button onClick={hasDraft ? follow : () => go({ number: mergedInto }, { replace: true })}>
          {hasDraft ? `Take the draft to #${mergedInto}` : `Go to #${mergedInto}`}
        </Button>
      }
    >
      This ticket was merged into #{mergedInto}.{hasDraft && " Your draft is kept."}
    </Strip>
  );
}
