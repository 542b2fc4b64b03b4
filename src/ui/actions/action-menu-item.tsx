"use client";

import type { ReactNode } from "react";
import { MenuItem } from "../menu";
import { useAction } from "./use-actions";

interface ActionMenuItemProps {
  readonly id: string;
  readonly icon?: ReactNode;
  readonly tone?: "danger" | undefined;
}

/** An action of the registry as an item of a menu; absent when nothing offers it. */
export function ActionMenuItem({ id, icon, tone }: ActionMenuItemProps) {
  const action = useAction(id);
  if (action === null) return null;
  const { label, keys, disabledReason, run } = action;
  return (
    <MenuItem
      onSelect={run}
      keys={keys}
      tone={tone}
      icon={icon ?? action.icon}
      disabledReason={disabledReason}
    >
      {label}
    </MenuItem>
  );
}
