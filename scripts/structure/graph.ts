import { dirname } from "node:path/posix";
import type { IForbiddenRuleType } from "dependency-cruiser";
import { type Cruise, cruiseImports } from "./cruise";
import { graphRules } from "./graph-rules";
import { roof } from "./house";
import { type Import, importsOf } from "./imports";
import { liesIn, type SourceFile, type Tree } from "./tree";

export type Link = {
  readonly from: SourceFile;
  /** A path of the repository, or what the import said where it names a package. */
  readonly to: string;
  readonly import: Import;
};

export type Graph = {
  readonly modules: number;
  readonly links: readonly Link[];
  readonly violations: Cruise["violations"];
  readonly circles: Cruise["violations"];
  readonly lineOf: (from: string, to: string) => number;
};

const circleRule: IForbiddenRuleType = {
  name: "circle",
  scope: "folder",
  from: {},
  to: { circular: true },
};

const graphs = new WeakMap<Tree, Promise<Graph>>();

/** Who imports whom, read once for all the checks that ask. */
export function graphOf(tree: Tree): Promise<Graph> {
  const known = graphs.get(tree) ?? readGraph(tree);
  graphs.set(tree, known);
  return known;
}

async function readGraph(tree: Tree): Promise<Graph> {
  const imports = new Map(tree.sources.map((source) => [source.path, importsOf(source)]));
  const whole = await cruiseImports(imports, graphRules());

  const resolved = new Map(whole.edges.map((edge) => [`${edge.from} ${edge.specifier}`, edge.to]));
  const links = tree.sources.flatMap((from) =>
    (imports.get(from.path) ?? []).map((each) => ({
      from,
      import: each,
      to: resolved.get(`${from.path} ${each.specifier}`) ?? each.specifier,
    })),
  );
  const inCircles = links.filter(({ from }) => standsInCircle(from));
  return {
    modules: whole.modules,
    links,
    violations: whole.violations,
    circles: [
      ...(await circlesOf(byFile(inCircles, (path) => path))),
      ...(await circlesOf(byFile(inCircles, (path) => `${unitOf(path)}/unit.ts`))),
    ],
    lineOf: (from, to) =>
      links.find((link) => link.from.path === from && link.to === to)?.import.line ?? 1,
  };
}

/** Tests look at everything and the roof stands on everything; neither makes a circle of others. */
function standsInCircle({ path, isTest }: SourceFile): boolean {
  return path.startsWith("src/") && !isTest && !liesIn(path, ["src/testing/", ...roof.files]);
}

/** `src/platform/outbox` for whatever lies in it: a circle through its inner folders is its own too. */
function unitOf(path: string): string {
  return dirname(path).split("/").slice(0, 3).join("/");
}

function byFile(links: readonly Link[], nameOf: (path: string) => string): Map<string, Import[]> {
  const files = new Map<string, Import[]>();
  for (const { from, to, import: named } of links) {
    if (!to.startsWith("src/")) continue;
    const [name, target] = [nameOf(from.path), nameOf(to)];
    for (const each of [name, target]) if (!files.has(each)) files.set(each, []);
    const specifier = target.replace(/^src/, "@").replace(/\.tsx?$/, "");
    if (name !== target) files.get(name)?.push({ ...named, specifier });
  }
  return files;
}

async function circlesOf(files: ReadonlyMap<string, readonly Import[]>) {
  return files.size === 0 ? [] : (await cruiseImports(files, [circleRule])).violations;
}
