"use client";

import { Suspense } from "react";
import { Dialog } from "@/ui/dialog";
import type { Insert } from "./inserter";

interface InsertPanelProps {
  readonly insert: Extract<Insert, { panel: unknown }>;
  readonly ticketId: string;
  readonly onPick: (text: string) => void;
  readonly onClose: () => void;
}

/** A way to choose that another part of the product brings. */
export function InsertPanel({ insert, ticketId, onPick, onClose }: InsertPanelProps) {
  const { label, panel: Panel } = insert;
  return (
    <Dialog open title={label} onOpenChange={(open) => !open && onClose()}>
      <Suspense fallback={null}>
        <Panel ticketId={ticketId} onPick={onPick} />
      </Suspense>
    </Dialog>
  );
}
