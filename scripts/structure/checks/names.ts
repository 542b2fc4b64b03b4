import { Visitor } from "oxc-parser";
import { type Check, counted, type Finding } from "../check";
import { namesHome, packageHomes } from "../house";
import { importsOf, packageOf } from "../imports";
import { fileCheck } from "../syntax-check";
import type { SourceFile, Tree } from "../tree";

/** Code of the product that runs, without its tests and their harness. */
export const runs = (path: string, source: SourceFile) =>
  /^(src|web|worker|realtime)\//.test(path) && !source.isTest && !path.startsWith("src/testing/");

/** Queues, stores and pools are made in one place, where their names and settings stand. */
export const homes = fileCheck("packages at home", runs, (source, tell) => {
  for (const { specifier, typeOnly, line } of importsOf(source)) {
    const entry = packageHomes[packageOf(specifier) ?? ""];
    if (entry === undefined || typeOnly || source.path.startsWith(entry.home)) continue;
    const at = source.text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length;
    tell({ start: at + 1 }, `${specifier} lives in ${entry.home}: ${entry.instead}`);
  }
});

const contractPrefixes = ["session:", "cache:"];

/** A key of Valkey that is spelled out anywhere but in the table of keys has no lifetime there. */
export const valkeyKeys: Check = {
  name: "valkey keys",
  look: (tree) => {
    const prefixes = new Set([...contractPrefixes, ...prefixesIn(tree, namesHome.valkeyKeys)]);
    const findings: Finding[] = [];
    const sources = tree.sources.filter(
      (source) => runs(source.path, source) && source.path !== namesHome.valkeyKeys,
    );
    for (const source of sources) {
      for (const { text, start } of stringsOf(source)) {
        const prefix = [...prefixes].find((each) => text.startsWith(each));
        if (prefix === undefined || /\s/.test(text)) continue;
        const says = `"${text}" is a key of Valkey: take it from ${namesHome.valkeyKeys}, where its lifetime stands`;
        findings.push({ path: source.path, line: source.lineOf(start), says });
      }
    }
    return {
      looked: `${counted(sources.length, "file")}, ${counted(prefixes.size, "prefix", "prefixes")}`,
      findings,
    };
  },
};

function prefixesIn(tree: Tree, path: string): string[] {
  const source = tree.sources.find((each) => each.path === path);
  if (source === undefined) return [];
  return stringsOf(source).flatMap(({ text }) => /^\{?[a-z][a-z-]*\}?:/.exec(text)?.[0] ?? []);
}

/** Strings and the beginnings of templates; what a file imports is not among them. */
export function stringsOf(source: SourceFile): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  const imported = new Set(importsOf(source).map((each) => each.specifier));
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === "string" && !imported.has(node.value)) {
        found.push({ text: node.value, start: node.start });
      }
    },
    TemplateLiteral: (node) => {
      const first = node.quasis[0];
      if (first !== undefined) found.push({ text: first.value.raw, start: node.start });
    },
  }).visit(source.program);
  return found;
}
