"use client";

import { useState } from "react";
import { statusWords, type TicketRow } from "@/modules/tickets/client";
import { PickTicket } from "@/modules/tickets/components/day/pick-ticket";
import { TroubleLine } from "@/modules/tickets/components/day/trouble-line";
import { attempt, useDeed } from "@/modules/tickets/components/day/use-deed";
import { useMe } from "@/modules/tickets/components/me";
import { usePlace } from "@/modules/tickets/components/use-place";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { StatusGlyph } from "@/ui/glyphs";
import { Notice } from "@/ui/notice";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";

/** Finds the other ticket, shows both side by side, and says what becomes of each. */
export function MergeDialog({ row, onClose }: { row: TicketRow; onClose: () => void }) {
  const { go } = usePlace();
  const utils = trpc.useUtils();
  const merge = trpc.tickets.merge.useMutation();
  const unmerge = trpc.tickets.unmerge.useMutation();
  const [other, setOther] = useState<TicketRow | null>(null);
  const [keepsOther, setKeepsOther] = useState(true);
  const [tell, setTell] = useState(false);
  const { busy, trouble, run } = useDeed();
  const target = keepsOther ? other : row;
  const source = keepsOther ? row : other;

  const undo = (mergeId: string, backTo: number) =>
    attempt(async () => {
      await unmerge.mutateAsync({ commandId: newId(), mergeId });
      await utils.tickets.invalidate();
      go({ number: backTo });
    });
  const submit = () =>
    run(async () => {
      if (target === null || source === null) return;
      const { number, mergeIds } = await merge.mutateAsync({
        commandId: newId(),
        targetId: target.id,
        sourceIds: [source.id],
        tell,
      });
      onClose();
      await utils.tickets.invalidate();
      go({ number });
      const [mergeId] = mergeIds;
      toast({
        text: `#${source.number} merged into #${number}`,
        undo: mergeId === undefined ? undefined : () => undo(mergeId, source.number),
      });
    });
  const disabled = target === null ? "Choose the other ticket" : null;
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title="Merge"
      description={`#${row.number} ${row.subject}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabledReason={disabled} onClick={submit}>
            {target === null || source === null
              ? "Merge"
              : `Merge #${source.number} into #${target.number}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TroubleLine trouble={trouble} />
        <PickTicket
          label="The other ticket"
          exceptId={row.id}
          first={`requester:${row.requester.id} status:open,pending,on_hold,resolved`}
          picked={other}
          onPick={(ticket) => {
            setOther(ticket);
            setKeepsOther(ticket.number < row.number);
          }}
        />
        {other !== null && target !== null && source !== null && (
          <>
            <fieldset className="grid gap-3 md:grid-cols-2">
              <legend className="mb-1 font-semibold text-ui">Which one stays</legend>
              <Side row={row} stays={!keepsOther} onChoose={() => setKeepsOther(false)} />
              <Side row={other} stays={keepsOther} onChoose={() => setKeepsOther(true)} />
            </fieldset>
            {other.requester.id !== row.requester.id && (
              <Notice tone="warn">
                Two people asked: {row.requester.name} and {other.requester.name}. They can be
                merged only where both may read the ticket that stays.
              </Notice>
            )}
            <ul className="flex list-disc flex-col gap-1 ps-6 text-ui">
              <li>
                Messages, files, notes, tags and followers of #{source.number} go to #
                {target.number}. Its own subject, priority, team and assignee stay.
              </li>
              <li>
                #{source.number} closes and leads to #{target.number}. Answers to it arrive there.
              </li>
              <li>
                Whoever has waited longer counts: the time of #{target.number} runs from the older
                question.
              </li>
              <LosingSight source={source} target={target} />
              <li>You can take it back for 30 days.</li>
            </ul>
            <Checkbox
              label={`Tell ${source.requester.name} by mail where it goes on`}
              checked={tell}
              onChange={(event) => setTell(event.target.checked)}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** Who is in copy of the one alone may not read the other: nobody lets them in unasked. */
function LosingSight({ source, target }: { source: TicketRow; target: TicketRow }) {
  const lose = source.participantIds.filter(
    (id) => id !== target.requester.id && !target.participantIds.includes(id),
  ).length;
  if (lose === 0) return null;
  return (
    <li>
      {lose === 1 ? "One person is" : `${lose} people are`} in copy of #{source.number} and not of #
      {target.number}: they see no more of it, unless you put them in copy there.
    </li>
  );
}

interface SideProps {
  readonly row: TicketRow;
  readonly stays: boolean;
  readonly onChoose: () => void;
}

function Side({ row, stays, onChoose }: SideProps) {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  return (
    <label
      className={`flex min-w-0 cursor-pointer flex-col gap-1 rounded-card border p-3 text-ui ${stays ? "border-accent bg-selected" : "border-line"}`}
    >
      <span className="flex items-center gap-2">
        <input
          type="radio"
          name="stays"
          checked={stays}
          onChange={onChoose}
          className="size-4 shrink-0 accent-accent"
        />
        <StatusGlyph status={row.status} name={statusWords[row.status]} />
        <span className="font-semibold tabular-nums">#{row.number}</span>
        <span className="ms-auto text-small">{stays ? "Stays" : "Closes"}</span>
      </span>
      <span className="line-clamp-2">{row.subject}</span>
      <span className="line-clamp-2 text-ink-2 text-small">{row.lastWords}</span>
      <span className="text-ink-3 text-small">
        {row.requester.name} · asked{" "}
        <Time value={row.createdAt} now={now} zone={zone} locale={locale} focusable={false} />
        {row.assignee !== null && ` · ${row.assignee.name}`}
      </span>
    </label>
  );
}
