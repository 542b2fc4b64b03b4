import type { Check, Finding } from "../check";
import { counted } from "../check";
import { graphOf } from "../graph";
import { graphAdvice } from "../graph-rules";
import { moduleNames } from "../house";
import type { Tree } from "../tree";

/** One line of the report for each group of rules, all read from one cruise. */
export const ranks = graphCheck("ranks", ["rank"], unknownModules);
export const doors = graphCheck("doors", ["door", "processors", "app"]);
export const layers = graphCheck("layers", [
  "platform",
  "ui",
  "testing",
  "process",
  "roof",
  "trpc",
]);

function graphCheck(
  name: string,
  rules: readonly string[],
  more: (tree: Tree) => readonly Finding[] = () => [],
): Check {
  return {
    name,
    look: async (tree) => {
      const graph = await graphOf(tree);
      const broken = graph.violations.filter((each) => rules.includes(each.rule));
      const findings = broken.map(({ rule, from, to }) => ({
        path: from,
        line: graph.lineOf(from, to),
        says: `${to} ${graphAdvice[rule]}`,
      }));
      return { looked: counted(graph.modules, "module"), findings: [...findings, ...more(tree)] };
    },
  };
}

function unknownModules(tree: Tree): readonly Finding[] {
  return tree.folders.flatMap((folder) => {
    const name = /^src\/modules\/([^/]+)$/.exec(folder)?.[1];
    if (name === undefined || moduleNames.includes(name)) return [];
    const says = "has no rank: give it one in scripts/structure/house.ts";
    return [{ path: folder, line: 1, says }];
  });
}

export const circles: Check = {
  name: "circles",
  look: async (tree) => {
    const graph = await graphOf(tree);
    const seen = new Set<string>();
    const findings = graph.circles.flatMap(({ from, cycle }) => {
      const key = [...new Set([from, ...cycle])].sort().join(" ");
      if (seen.has(key)) return [];
      seen.add(key);
      const round = [from, ...cycle].filter((step, at, all) => step !== all[at - 1]);
      const says = `folders that need each other (${round.join(" -> ")}): move what both need to a third, or turn one call into an event`;
      return [{ path: from, line: 1, says }];
    });
    return { looked: counted(graph.modules, "module"), findings };
  },
};

export const lostImports: Check = {
  name: "imports resolve",
  look: async (tree) => {
    const graph = await graphOf(tree);
    const findings = graph.links
      .filter(({ to }) => /^(\.|@\/)/.test(to) && !/\.(css|json|svg|png)$/.test(to))
      .filter(({ to }) => !to.includes("generated/"))
      .map(({ from, to, import: { line } }) => ({
        path: from.path,
        line,
        says: `"${to}" leads nowhere, so no check can follow it: name an existing file, without its extension`,
      }));
    return { looked: counted(graph.links.length, "import"), findings };
  },
};
