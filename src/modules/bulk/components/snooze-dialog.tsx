"use client";

import { SnoozeTimes } from "@/modules/tickets/components/day/snooze-times";
import { useMe } from "@/modules/tickets/components/me";
import { Dialog } from "@/ui/dialog";
import { numberWords } from "@/ui/format/number";
import { fullTime } from "@/ui/format/time";
import type { DeedDialogProps } from "./deed-dialogs";

/** Until when all that is chosen is put aside. */
export function SnoozeDialog({ count, onClose, onChosen }: DeedDialogProps) {
  const me = useMe();
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={`Snooze ${numberWords(count)} tickets until`}
      description="Those that are over already stay as they are. An undo brings the others back."
    >
      <SnoozeTimes
        told={(at) => fullTime(at, { zone: me.timeZone, locale: me.locale })}
        replyWords="Each until its requester replies"
        onChosen={(until) => {
          onClose();
          onChosen({ kind: "snooze", until });
        }}
      />
    </Dialog>
  );
}
