import { keyCaps } from "../keys";
import { type KeyOverrides, type KeyRule, keymap, keysOf, type Scope } from "./keymap";
import { isCharacterStroke } from "./stroke";

/** Whether two keys can be meant at the same place. */
export function overlap(one: readonly Scope[], other: readonly Scope[]): boolean {
  return (
    one.includes("everywhere") ||
    other.includes("everywhere") ||
    one.some((scope) => other.includes(scope)) ||
    // A composer stands in a ticket, and a list beside it: their keys are live together.
    (one.includes("composer") && other.includes("ticket")) ||
    (one.includes("ticket") && other.includes("composer"))
  );
}

/** Keys that type something can be moved; the others mean in the console what they mean everywhere. */
export const remappable = (rule: KeyRule): boolean => rule.keys.every(isCharacterStroke);

/** Strokes that begin one of two in a row. */
export function beginnings(overrides: KeyOverrides): ReadonlySet<string> {
  return new Set(
    keymap
      .flatMap((rule) => keysOf(rule.id, overrides))
      .flatMap((keys) => (keys.includes(" ") ? [keys.split(" ")[0] ?? ""] : [])),
  );
}

const named = (keys: string) => keyCaps(keys, false).join(" ");

/** Why a key cannot be kept for an action, in words; null where it can. */
export function refusalOf(id: string, keys: string, overrides: KeyOverrides): string | null {
  if (keys.includes("Mod+"))
    return `${named(keys)} belongs to the browser or to what you type. Press a letter, a digit or a sign alone.`;
  if (!isCharacterStroke(keys))
    return `${named(keys)} means the same in every program. Press a letter, a digit or a sign.`;
  if (keys.split(" ").includes("'"))
    return "' opens the search of some browsers. Press another key.";
  const rule = keymap.find((one) => one.id === id);
  if (rule === undefined) return "There is nothing of this name any more.";
  const others = keymap
    .filter((one) => one.id !== id && overlap(one.scopes, rule.scopes))
    .flatMap((one) => keysOf(one.id, overrides).map((held) => ({ held, label: one.label })));
  const same = others.find(({ held }) => held === keys);
  if (same !== undefined)
    return `${named(keys)} is “${same.label}” already. Change or clear that one first.`;
  const longer = others.find(({ held }) => held.startsWith(`${keys} `));
  if (longer !== undefined)
    return `${named(keys)} is the first key of “${longer.label}”. Press another, or change that one first.`;
  const first = others.find(({ held }) => keys.startsWith(`${held} `));
  if (first !== undefined)
    return `${named(first.held)} alone is “${first.label}” already. Change or clear that one first.`;
  return null;
}

/** An action's key chosen, cleared (null) or, where it is the usual one, back as everybody has it. */
export function withKey(overrides: KeyOverrides, id: string, keys: string | null): KeyOverrides {
  const { [id]: _, ...others } = overrides;
  const wanted = keys === null ? [] : [keys];
  const usual = keysOf(id);
  return wanted.length === usual.length && wanted[0] === usual[0]
    ? others
    : { ...others, [id]: wanted };
}
