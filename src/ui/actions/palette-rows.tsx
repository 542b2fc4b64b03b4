"use client";

import { Command } from "cmdk";
import type { Action } from "./action";
import { useActionsContext } from "./context";
import { keysOf } from "./keymap";
import type { FoundGroup } from "./palette-found";
import { PaletteRow } from "./palette-row";

interface ActionRowsProps {
  readonly heading?: string | undefined;
  readonly actions: readonly Action[];
  readonly onChoose: (action: Action) => void;
}

export function ActionRows({ heading, actions, onChoose }: ActionRowsProps) {
  const { reasonAgainst, overrides } = useActionsContext();
  if (actions.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {actions.map((action) => (
        <PaletteRow
          key={action.id}
          value={action.id}
          label={action.label}
          hint={action.argument?.hint}
          icon={action.icon}
          keys={keysOf(action.id, overrides)[0]}
          reason={reasonAgainst(action)}
          onChoose={() => onChoose(action)}
        />
      ))}
    </Command.Group>
  );
}

interface ChoiceRowsProps {
  readonly groups: readonly FoundGroup[];
  readonly onChoose: (run: () => void, reason: string | null | undefined, label: string) => void;
}

export function ChoiceRows({ groups, onChoose }: ChoiceRowsProps) {
  return groups.map((group) => (
    <Command.Group key={group.id} heading={group.heading}>
      {group.choices.map(({ id, label, hint, icon, disabledReason, run }) => (
        <PaletteRow
          key={id}
          value={`${group.id} ${id}`}
          label={label}
          hint={hint}
          icon={icon}
          reason={disabledReason}
          onChoose={() => onChoose(run, disabledReason, label)}
        />
      ))}
    </Command.Group>
  ));
}
