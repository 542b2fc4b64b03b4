"use client";

import { Clock, EllipsisVertical } from "lucide-react";
import { useKeysOf } from "@/ui/actions/use-actions";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/ui/menu";
import type { SnoozePreset } from "../rules/day";

const icon = <Clock size={16} aria-hidden="true" />;
const times: readonly { preset: SnoozePreset; label: string; words: string }[] = [
  { preset: "later", label: "In 3 hours", words: "in 3 hours" },
  { preset: "tomorrow", label: "Tomorrow at 9:00", words: "tomorrow at 9:00" },
  { preset: "monday", label: "Next Monday at 9:00", words: "next Monday at 9:00" },
];

interface RowMenuProps {
  readonly number: number;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSnooze: (preset: SnoozePreset, words: string) => void;
  readonly onUnread: () => void;
}

/** What else can be done with a row; `H` opens it at its times. */
export function RowMenu({ number, open, onOpenChange, onSnooze, onUnread }: RowMenuProps) {
  const keysOf = useKeysOf();
  return (
    <Menu
      label={`#${number}`}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton
          name={`More for #${number}`}
          icon={<EllipsisVertical size={16} aria-hidden="true" />}
        />
      }
    >
      <MenuLabel>Snooze until</MenuLabel>
      {times.map(({ preset, label, words }) => (
        <MenuItem key={preset} icon={icon} onSelect={() => onSnooze(preset, words)}>
          {label}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem keys={keysOf("item.unread")} onSelect={onUnread}>
        Mark unread
      </MenuItem>
    </Menu>
  );
}
