import { fold } from "./characters";

/** A value as it is stored and as people call it; aliases are other ways to write it. */
export interface NamedValue {
  readonly value: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

export interface NameIndex {
  readonly all: readonly NamedValue[];
  /** False when there are values that this list does not hold: an unknown name may then be right. */
  readonly complete: boolean;
  /** Everything that is called so; more than one means that the name is not clear. */
  find(written: string): readonly NamedValue[];
  get(value: string): NamedValue | undefined;
  /** How to write a value so that it is found again, and nothing else with it. */
  write(value: string): string;
}

/** Lists of what the ids in a filter are called: agents, teams, tags. */
export type Names = ReadonlyMap<string, NameIndex>;

export interface PartialList {
  readonly partial: readonly NamedValue[];
}

/** A longer name is not written; the id is. */
const writtenCharsMax = 60;

export const noNames: Names = new Map();

/** Build it once for a screen or a request; a list that holds only some says `{ partial }`. */
export function namesFrom(
  lists: Readonly<Record<string, readonly NamedValue[] | PartialList>>,
): Names {
  return new Map(
    Object.entries(lists).map(([list, values]) => [
      list,
      "partial" in values ? nameIndex(values.partial, false) : nameIndex(values),
    ]),
  );
}

export function nameIndex(all: readonly NamedValue[], complete = true): NameIndex {
  const byValue = new Map(all.map((named) => [named.value, named]));
  const exact = new Map<string, NamedValue[]>();
  const folded = new Map<string, NamedValue[]>();
  for (const named of all) {
    for (const name of new Set(waysToWrite(named))) push(exact, name, named);
    for (const name of new Set(waysToWrite(named).map(fold))) push(folded, name, named);
  }
  const find = (written: string): readonly NamedValue[] => {
    const byId = byValue.get(written);
    if (byId !== undefined) return [byId];
    return exact.get(written) ?? folded.get(fold(written)) ?? [];
  };
  const write = (value: string): string => {
    const named = byValue.get(value);
    if (named === undefined) return value;
    const clear = waysToWrite(named).find((way) => {
      const [first, second] = find(way);
      const short = way.trim() !== "" && way.length <= writtenCharsMax;
      return short && first?.value === value && second === undefined;
    });
    return clear ?? value;
  };
  return { all, complete, find, get: (value) => byValue.get(value), write };
}

/** The shortest first: a handle is handier than a full name. */
function waysToWrite(named: NamedValue): readonly string[] {
  return [...(named.aliases ?? []), named.label, named.value].map((way) => way.normalize("NFC"));
}

function push(map: Map<string, NamedValue[]>, key: string, named: NamedValue): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [named]);
  else list.push(named);
}
