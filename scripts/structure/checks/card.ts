import * as z from "zod";
import type { Check, Finding } from "../check";
import { counted } from "../check";
import { cardPackages, topLevel } from "../house";
import { importsOf, packageOf } from "../imports";
import type { Tree } from "../tree";

/** Every package of the card is imported by code that runs, not only by tests or for its types. */
export const card: Check = {
  name: "packages of the card",
  look: (tree) => {
    const imported = new Set(
      tree.sources
        .filter((source) => !source.isTest || source.path.startsWith("e2e/"))
        .flatMap((source) => importsOf(source))
        .flatMap((each) => (each.typeOnly ? [] : [packageOf(each.specifier)])),
    );
    const findings = Object.entries(cardPackages)
      .filter(([, names]) => !names.some((name) => imported.has(name)))
      .map(([name]) => ({
        path: "package.json",
        line: 1,
        says: `${name} is imported by no running code: use it where the card means it`,
      }));
    return { looked: counted(Object.keys(cardPackages).length, "package"), findings };
  },
};

export const topEntries: Check = {
  name: "top level",
  look: (tree) => {
    const there = new Set([...tree.paths, ...tree.folders]);
    const findings = topLevel
      .filter((entry) => !there.has(entry))
      .map((path) => ({
        path,
        line: 1,
        says: "is missing: the card names it, so people look for it",
      }));
    return { looked: counted(topLevel.length, "entry", "entries"), findings };
  },
};

const packageJson = z.object({ scripts: z.record(z.string(), z.string()) });

/** What the README tells people to type works. */
export const readmeScripts: Check = {
  name: "README's commands",
  look: (tree) => {
    const pages = tree.paths.filter((path) => /^(README\.md|docs\/.*\.md)$/.test(path));
    const scripts = tree.paths.includes("package.json")
      ? packageJson.parse(JSON.parse(tree.read("package.json"))).scripts
      : {};
    const named = pages.flatMap((path) => commandsIn(tree, path));
    const findings: Finding[] = named
      .filter(({ script }) => scripts[script] === undefined)
      .map(({ path, line, script }) => ({
        path,
        line,
        says: `names npm script "${script}", which package.json does not have: correct the name or add it`,
      }));
    for (const [script, command] of Object.entries(scripts)) {
      const file = /\b(?:scripts|load)\/[\w/.-]+\.(?:mjs|ts)\b(?!.*\.ts)/.exec(command)?.[0];
      if (file === undefined || tree.paths.includes(file)) continue;
      const says = `npm script "${script}" runs ${file}, which is not there: write it or drop the script`;
      findings.push({ path: "package.json", line: 1, says });
    }
    return {
      looked: `${counted(named.length, "command")} in ${counted(pages.length, "page")}`,
      findings,
    };
  },
};

function commandsIn(tree: Tree, path: string): { path: string; line: number; script: string }[] {
  return tree
    .read(path)
    .split("\n")
    .flatMap((text, at) =>
      [...text.matchAll(/\bnpm (?:run (?:-s |--silent )?([a-z][\w:-]*)|(start|test)\b)/g)].map(
        (match) => ({
          path,
          line: at + 1,
          script: match[1] ?? match[2] ?? "",
        }),
      ),
    );
}
