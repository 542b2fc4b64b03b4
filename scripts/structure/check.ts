import type { Tree } from "./tree";

/** One thing that is not as the house wants it; `says` ends with what to do instead. */
export type Finding = { readonly path: string; readonly line: number; readonly says: string };

export type Outcome = {
  /** How much was looked at, so that a check that read nothing cannot pass unnoticed. */
  readonly looked: string;
  readonly findings: readonly Finding[];
};

export type Check = {
  readonly name: string;
  readonly look: (tree: Tree) => Outcome | Promise<Outcome>;
};

/** `3 files`, `1 file`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
