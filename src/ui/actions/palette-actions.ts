import type { Action } from "./action";
import type { Scope } from "./keymap";
import { argumentOf, matchScore } from "./match";

/** Of one action that several regions offer, the one that is nearest to where one last was. */
export function nearest(actions: readonly Action[], order: readonly Scope[]): readonly Action[] {
  const rank = (action: Action) => {
    const places = action.scopes.map((scope) => order.indexOf(scope)).filter((place) => place >= 0);
    return Math.min(...places, order.length);
  };
  const byId = new Map<string, Action>();
  for (const action of actions) {
    const known = byId.get(action.id);
    if (known === undefined || rank(action) <= rank(known)) byId.set(action.id, action);
  }
  return [...byId.values()];
}

/** Never listed: one is in it, or it means nothing without a place. */
const silent = new Set(["palette.open", "step.out", "list.up", "list.down", "item.menu"]);

/** What the palette lists for the typed words: Undo on top, then by how well they fit. */
export function listedActions(actions: readonly Action[], typed: string): readonly Action[] {
  return actions
    .filter((action) => !silent.has(action.id))
    .map((action) => ({ action, score: matchScore(typed, action.label, action.words) }))
    .filter((one): one is { action: Action; score: number } => one.score !== null)
    .sort((one, other) => top(other.action) - top(one.action) || other.score - one.score)
    .map(({ action }) => action);
}

function top(action: Action): number {
  return action.id === "undo" && !action.disabledReason ? 1 : 0;
}

/** The actions whose verb was typed, each with what follows it. */
export function askedActions(actions: readonly Action[], typed: string) {
  return actions.flatMap((action) => {
    if (action.argument === undefined) return [];
    const words = argumentOf(typed, [action.label, ...(action.words ?? [])]);
    return words === null ? [] : [{ action, words, choices: action.argument.choices }];
  });
}
