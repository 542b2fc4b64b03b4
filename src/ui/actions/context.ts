"use client";

import { createContext, useContext } from "react";
import type { Action } from "./action";
import type { KeyOverrides, Scope } from "./keymap";
import type { PaletteSources } from "./palette-source";
import type { Registry } from "./registry";

export interface Actions {
  readonly registry: Registry;
  readonly sources: PaletteSources;
  readonly overrides: KeyOverrides;
  readonly keysEnabled: boolean;
  /** Why it cannot be done now: what the screen says, or the role that is missing. */
  readonly reasonAgainst: (action: Action) => string | null;
  readonly perform: (action: Action) => void;
  /** The regions in the order in which they were last used. */
  readonly lastUsed: () => readonly Scope[];
}

export const ActionsContext = createContext<Actions | null>(null);
export const RegionContext = createContext<Scope | null>(null);

export function useActionsContext(): Actions {
  const actions = useContext(ActionsContext);
  if (actions === null) throw new Error("ActionsProvider is missing above this component.");
  return actions;
}
