import { type StringLiteral, Visitor } from "oxc-parser";
import type { SourceFile } from "./tree";

export type Import = {
  readonly specifier: string;
  /** Erased by the compiler: nothing of the other file runs because of it. */
  readonly typeOnly: boolean;
  readonly line: number;
};

/** Everything that a file names of other files: imports, re-exports, `import()` and `import("x").T`. */
export function importsOf(source: SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (literal: StringLiteral, typeOnly: boolean) =>
    found.push({ specifier: literal.value, typeOnly, line: source.lineOf(literal.start) });
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type"),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.source, node.exportKind === "type");
    },
    TSImportType: (node) => add(node.source, true),
    ImportExpression: (node) => {
      if (node.source.type === "Literal" && typeof node.source.value === "string") {
        add({ ...node.source, value: node.source.value, raw: node.source.raw }, false);
      }
    },
  }).visit(source.program);
  return found;
}

/** `@scope/name` or `name` of a specifier that names a package; undefined for files and Node's own. */
export function packageOf(specifier: string): string | undefined {
  if (/^(\.|\/|@\/|node:)/.test(specifier)) return undefined;
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

/** A file that the browser gets: marked by its first words, by its room or by its name. */
export function isBrowserRoot(source: SourceFile): boolean {
  if (source.isTest) return false;
  const marked = source.program.body.some(
    (node) => node.type === "ExpressionStatement" && node.directive === "use client",
  );
  return (
    marked ||
    source.path.startsWith("src/ui/") ||
    /^src\/modules\/[^/]+\/(components\/|components\.tsx|client\.tsx?$)/.test(source.path)
  );
}
