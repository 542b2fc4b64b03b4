"use client";

import type { DayDialog } from "@/modules/tickets/components/day/dialog-store";
import { LinkDialog } from "@/modules/tickets/components/day/link-dialog";
import { RequesterDialog } from "@/modules/tickets/components/day/requester-dialog";
import { SnoozeDialog } from "@/modules/tickets/components/day/snooze-dialog";
import { IncidentsDialog } from "./incidents-dialog";
import { MergeDialog } from "./merge-dialog";
import { NewTicketDialog } from "./new-ticket-dialog";
import { PeekDialog } from "./peek-dialog";
import { RedactDialog } from "./redact-dialog";
import { SplitDialog } from "./split-dialog";

interface ShownDialogProps {
  readonly dialog: DayDialog;
  readonly onClose: () => void;
}

export default function ShownDialog({ dialog, onClose }: ShownDialogProps) {
  switch (dialog.what) {
    case "new":
      return <NewTicketDialog onClose={onClose} />;
    case "snooze":
      return <SnoozeDialog row={dialog.row} onClose={onClose} />;
    case "merge":
      return <MergeDialog row={dialog.row} onClose={onClose} />;
    case "link":
      return <LinkDialog row={dialog.row} onClose={onClose} />;
    case "requester":
      return <RequesterDialog row={dialog.row} onClose={onClose} />;
    case "incidents":
      return <IncidentsDialog row={dialog.row} onClose={onClose} />;
    case "peek":
      return (
        <PeekDialog
          row={dialog.row}
          walk={dialog.walk}
          onClose={() => {
            onClose();
            dialog.leave();
          }}
        />
      );
    case "split":
      return <SplitDialog row={dialog.row} messageId={dialog.messageId} onClose={onClose} />;
    case "redact":
      return <RedactDialog row={dialog.row} messageId={dialog.messageId} onClose={onClose} />;
  }
}
