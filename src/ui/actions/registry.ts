import type { Action, ActionInput } from "./action";
import { completeAction } from "./action";
import type { Scope } from "./keymap";

/** The actions that can be done on the screen of this moment, in the order of their mounting. */
export interface Registry {
  readonly put: (token: symbol, inputs: readonly ActionInput[], region: Scope | null) => void;
  readonly remove: (token: symbol) => void;
  readonly all: () => readonly Action[];
  readonly subscribe: (listener: () => void) => () => void;
}

interface Entry {
  latest: readonly ActionInput[];
  readonly shape: string;
  readonly actions: readonly Action[];
}

/**
 * A screen that renders again registers again. Only what one can see of an action tells the
 * listeners; what it does is always the latest, without a word.
 */
export function createRegistry(): Registry {
  const entries = new Map<symbol, Entry>();
  const listeners = new Set<() => void>();
  let snapshot: readonly Action[] = [];
  const changed = () => {
    snapshot = [...entries.values()].flatMap((entry) => entry.actions);
    for (const listener of listeners) listener();
  };

  return {
    put(token, inputs, region) {
      const shape = shapeOf(inputs, region);
      const known = entries.get(token);
      if (known?.shape === shape) {
        known.latest = inputs;
        return;
      }
      const entry: Entry = {
        latest: inputs,
        shape,
        actions: inputs.map((input, place) =>
          fresh(completeAction(input, region), place, () => entry),
        ),
      };
      entries.set(token, entry);
      changed();
    },
    remove(token) {
      if (entries.delete(token)) changed();
    },
    all: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function fresh(action: Action, place: number, entry: () => Entry): Action {
  const { argument } = action;
  return {
    ...action,
    run: () => entry().latest[place]?.run(),
    argument: argument && {
      hint: argument.hint,
      choices: (words) => entry().latest[place]?.argument?.choices(words) ?? [],
    },
  };
}

function shapeOf(inputs: readonly ActionInput[], region: Scope | null): string {
  const seen = inputs.map(({ id, label, scope, permission, disabledReason, words, argument }) => [
    id,
    label,
    scope,
    permission,
    disabledReason,
    words,
    argument?.hint,
  ]);
  return JSON.stringify([region, seen]);
}
