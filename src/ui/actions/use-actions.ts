"use client";

import { useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Action, ActionInput } from "./action";
import { RegionContext, useActionsContext } from "./context";
import { keysOf } from "./keymap";

/** Offers actions while the component is mounted: to keys, palette, buttons and menus alike. */
export function useActions(inputs: readonly ActionInput[]): void {
  const { registry } = useActionsContext();
  const region = useContext(RegionContext);
  const [token] = useState(() => Symbol("actions"));
  // After each rendering, so that `run` is never an old one; the registry ignores what looks the same.
  useEffect(() => registry.put(token, inputs, region));
  useEffect(() => () => registry.remove(token), [registry, token]);
}

export function useAllActions(): readonly Action[] {
  const { registry } = useActionsContext();
  return useSyncExternalStore(registry.subscribe, registry.all, registry.all);
}

export interface OfferedAction {
  readonly label: string;
  readonly keys: string | undefined;
  readonly icon: Action["icon"];
  readonly disabledReason: string | null;
  readonly run: () => void;
}

/** One action as a button shows it; null while nothing offers it. */
export function useAction(id: string): OfferedAction | null {
  const { reasonAgainst, perform } = useActionsContext();
  const keys = useKeysOf();
  const region = useContext(RegionContext);
  const offers = useAllActions().filter((one) => one.id === id);
  const action =
    offers.findLast((one) => region !== null && one.scopes.includes(region)) ?? offers.at(-1);
  if (action === undefined) return null;
  return {
    label: action.label,
    keys: keys(id),
    icon: action.icon,
    disabledReason: reasonAgainst(action),
    run: () => perform(action),
  };
}

/** The key of an action by its id, as this person has it; for what leads there without being it. */
export function useKeysOf(): (id: string) => string | undefined {
  const { overrides, keysEnabled } = useActionsContext();
  return (id) => (keysEnabled ? keysOf(id, overrides)[0] : undefined);
}

/** Runs what is offered under an id; false when nothing is. */
export function useRunAction(): (id: string) => boolean {
  const { registry, perform } = useActionsContext();
  return (id) => {
    const action = registry.all().findLast((one) => one.id === id);
    if (action === undefined) return false;
    perform(action);
    return true;
  };
}
