"use client";

import { Command } from "cmdk";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Kbd } from "../kbd";

interface PaletteRowProps {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  /** Why it cannot be done now: it stays, and says so. */
  readonly reason: string | null | undefined;
  readonly onChoose: () => void;
}

export function PaletteRow(props: PaletteRowProps) {
  const { value, label, hint, icon, keys, reason, onChoose } = props;
  return (
    <Command.Item
      value={value}
      onSelect={onChoose}
      className={cx(
        "flex min-h-control cursor-pointer items-center gap-2 rounded-control px-3 text-ui data-[selected=true]:bg-selected",
        Boolean(reason) && "text-ink-3",
      )}
    >
      <span className="flex size-4 shrink-0 items-center justify-center" aria-hidden="true">
        {icon}
      </span>
      <span className="min-w-0 flex-1 py-1">
        {label}
        {hint && <span className="text-ink-3"> {hint}</span>}
        {reason && <span className="block text-small">{reason}</span>}
      </span>
      {keys !== undefined && <Kbd keys={keys} className="text-ink-3 coarse:hidden" />}
    </Command.Item>
  );
}
