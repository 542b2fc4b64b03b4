import type { Action } from "./action";
import { type KeyOverrides, keysOf, type Scope } from "./keymap";
import { isCharacterStroke } from "./stroke";

/** Where a key was pressed. */
export interface KeyPlace {
  /** The regions around the focus, innermost first, not past a dialog; none when focus is nowhere in particular. */
  readonly around: readonly Scope[];
  /** The regions in the order in which they were last used, for when focus is in none. */
  readonly lastUsed: readonly Scope[];
  readonly inField: boolean;
  /** In a dialog or a menu, which have keys of their own. */
  readonly inLayer: boolean;
  /** On a button or link, which Enter and Space press. */
  readonly onControl: boolean;
}

export interface KeyRules {
  readonly overrides: KeyOverrides;
  /** Single keys can be switched off; the palette then does all. */
  readonly keysEnabled: boolean;
}

export type KeyMeaning =
  | { readonly kind: "action"; readonly action: Action }
  | { readonly kind: "begun"; readonly stroke: string }
  | null;

/**
 * What a stroke means here, in this order of precedence: in a dialog or menu only what reaches
 * through fields and belongs to a region inside it, such as Send; in a field only what reaches
 * through fields; then the innermost region around the focus before the outer
 * ones, and all regions before what is offered everywhere; among equals, what was mounted last.
 */
export function meaningOf(
  stroke: string,
  begun: string | null,
  place: KeyPlace,
  actions: readonly Action[],
  rules: KeyRules,
): KeyMeaning {
  if (place.onControl && (stroke === "Enter" || stroke === "Space")) return null;
  const typed = begun === null ? stroke : `${begun} ${stroke}`;
  const live = actions.filter((action) => isLive(action, typed, place, rules));

  const found = best(
    live.filter((action) => keysOf(action.id, rules.overrides).includes(typed)),
    scopeOrder(place),
  );
  if (found !== undefined) return { kind: "action", action: found };
  const begins = live.some((action) =>
    keysOf(action.id, rules.overrides).some((keys) => keys.startsWith(`${typed} `)),
  );
  return begins ? { kind: "begun", stroke: typed } : null;
}

function scopeOrder(place: KeyPlace): readonly Scope[] {
  return [...(place.around.length > 0 ? place.around : place.lastUsed), "everywhere"];
}

function isLive(action: Action, typed: string, place: KeyPlace, rules: KeyRules): boolean {
  const isAround = action.scopes.some((scope) => place.around.includes(scope));
  if (place.inLayer && !(action.inFields && isAround)) return false;
  if (place.inField && !action.inFields) return false;
  if (!rules.keysEnabled && isCharacterStroke(typed)) return false;
  if (action.inFocus && !isAround) return false;
  // A composer's keys belong to its field and mean nothing elsewhere.
  if (action.scopes.every((scope) => scope === "composer")) return isAround;
  return action.scopes.some((scope) => scopeOrder(place).includes(scope));
}

function best(candidates: readonly Action[], order: readonly Scope[]): Action | undefined {
  for (const scope of order) {
    const found = candidates.findLast((action) => action.scopes.includes(scope));
    if (found !== undefined) return found;
  }
  return undefined;
}
