"use client";

import { useEffect, useEffectEvent } from "react";
import { attempt } from "@/modules/tickets/components/day/use-deed";
import { usePlace } from "@/modules/tickets/components/use-place";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Strip } from "@/ui/strip";
import { toast } from "@/ui/toast";
import type { MessageKind } from "../../schema";
import { isEmpty, keyOf, nothingWritten } from "../composer/drafts/draft";
import { useKeeper } from "../composer/drafts/use-draft";

/** Not from the schema: its library is too heavy for a first load. */
const messageKinds: readonly MessageKind[] = ["reply", "note"];

interface MergedStripProps {
  readonly ticketId: string;
  readonly number: number;
  readonly mergedInto: number;
}

/**
 * The ticket goes on in another one. Whoever has nothing written here is taken there; a draft waits
 * for its author to say so, and goes along.
 */
export default function MergedStrip({ ticketId, number, mergedInto }: MergedStripProps) {
  const { go } = usePlace();
  const utils = trpc.useUtils();
  const keeper = useKeeper();
  const drafted = messageKinds.filter(
    (kind) => keeper !== null && !isEmpty(keeper.get(keyOf(ticketId, kind))),
  );
  const hasDraft = drafted.length > 0;

  const leave = useEffectEvent(() => {
    if (hasDraft) return;
    go({ number: mergedInto }, { replace: true });
    toast({ text: `#${number} was merged into this ticket` });
  });
  useEffect(() => leave(), []);

  const carry = (kind: MessageKind, targetId: string) => {
    if (keeper === null) return;
    const from = keyOf(ticketId, kind);
    const { text, files, after } = keeper.get(from);
    keeper.giveBack(keyOf(targetId, kind), { text, files, after });
    keeper.write(from, nothingWritten);
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
