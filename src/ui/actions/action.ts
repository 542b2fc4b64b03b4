import type { ReactNode } from "react";
import { keyRule, type Scope } from "./keymap";

/** Something that can be chosen in the palette. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
  readonly disabledReason?: string | null | undefined;
  readonly run: () => void;
}

export interface ActionArgument {
  /** What may be typed after the verb: "a day and a time". */
  readonly hint: string;
  readonly choices: (words: string) => readonly Choice[] | Promise<readonly Choice[]>;
}

export interface ActionInput {
  readonly id: string;
  readonly run: () => void;
  /** The keymap's words when not given; needed for an id that is not in it. */
  readonly label?: string | undefined;
  readonly scope?: Scope | undefined;
  readonly permission?: string | undefined;
  readonly disabledReason?: string | null | undefined;
  /** Other words by which it is found, its verb first: ["snooze", "later"]. */
  readonly words?: readonly string[] | undefined;
  readonly argument?: ActionArgument | undefined;
  readonly icon?: ReactNode;
}

export interface Action extends ActionInput {
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly inFields: boolean;
  readonly inFocus: boolean;
  readonly repeats: boolean;
}

/** An input with what the keymap knows; `region` is the scope of the screen that registers it. */
export function completeAction(input: ActionInput, region: Scope | null): Action {
  const rule = keyRule(input.id);
  const scopes = scopesOf(input, rule?.scopes, region);
  const label = input.label ?? rule?.label;
  if (label === undefined)
    throw new Error(`The action ${input.id} is not in the keymap and has no label.`);
  return {
    ...input,
    label,
    scopes,
    inFields: rule?.inFields ?? false,
    inFocus: rule?.inFocus ?? false,
    repeats: rule?.repeats ?? false,
  };
}

/** A list and a ticket side by side may both offer a key: each answers for its own region. */
function scopesOf(
  input: ActionInput,
  known: readonly Scope[] | undefined,
  region: Scope | null,
): readonly Scope[] {
  if (input.scope !== undefined) return [input.scope];
  if (known === undefined) return [region ?? "everywhere"];
  return region !== null && known.includes(region) ? [region] : known;
}
