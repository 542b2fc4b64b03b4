"use client";

import { Dialog } from "@/ui/dialog";
import { ActionCard } from "./action-card";
import type { BulkAction } from "./action-cards";

interface ActionsDialogProps {
  readonly actions: readonly BulkAction[];
  readonly nameOf: (id: string) => string | undefined;
  readonly onClose: () => void;
}

/** What one did with many tickets in the last day, while it can be taken back. */
export default function ActionsDialog({ actions, nameOf, onClose }: ActionsDialogProps) {
  return (
    <Dialog
      open
      scrollStop
      onOpenChange={(open) => !open && onClose()}
      title="Bulk actions of the last day"
    >
      {actions.length === 0 && <p className="text-ink-2 text-ui">There was none.</p>}
      {actions.map((action) => (
        <ActionCard key={action.id} action={action} nameOf={nameOf} />
      ))}
    </Dialog>
  );
}
