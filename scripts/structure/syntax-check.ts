import { Visitor, type VisitorObject } from "oxc-parser";
import { type Check, counted, type Finding } from "./check";
import type { SourceFile, Tree } from "./tree";

export type Tell = (at: { start: number }, says: string) => void;

/** A check that looks at one file after the other and needs nothing else. */
export function fileCheck(
  name: string,
  wanted: (path: string, source: SourceFile) => boolean,
  look: (source: SourceFile, tell: Tell) => void,
): Check {
  return {
    name,
    look: (tree: Tree) => {
      const findings: Finding[] = [];
      const sources = tree.sources.filter((source) => wanted(source.path, source));
      for (const source of sources) {
        look(source, (at, says) =>
          findings.push({ path: source.path, line: source.lineOf(at.start), says }),
        );
      }
      return { looked: counted(sources.length, "file"), findings };
    },
  };
}

export function visit(source: SourceFile, visitor: VisitorObject): void {
  new Visitor(visitor).visit(source.program);
}
