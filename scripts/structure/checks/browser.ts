import { builtinModules } from "node:module";
import type { Check, Finding } from "../check";
import { counted } from "../check";
import { graphOf, type Link } from "../graph";
import { browserEntries, browserPlatform, serverPackages, serverRooms } from "../house";
import { isBrowserRoot, packageOf } from "../imports";

const serverRoom = new RegExp(`^src/modules/[^/]+/(${serverRooms.join("|")})[./]`);
const platformForBrowsers = new RegExp(`^src/platform/(${browserPlatform.join("|")})[/.]`);

/** Follows what really runs from every file that browsers get; types are erased and lead nowhere. */
export const browserReach: Check = {
  name: "browser reach",
  look: async (tree) => {
    const graph = await graphOf(tree);
    const roots = tree.sources.filter(isBrowserRoot).map((source) => source.path);
    const running = group(graph.links.filter((link) => !link.import.typeOnly));
    const findings: Finding[] = [];
    const cameFrom = new Map<string, string>(roots.map((path) => [path, ""]));
    for (const path of cameFrom.keys()) {
      for (const link of running.get(path) ?? []) {
        if (isForServers(link)) {
          findings.push({
            path,
            line: link.import.line,
            says: `${link.to} would reach the browser (${trail(path, cameFrom)}): ask by a procedure through @/trpc/client, or import the type only`,
          });
        } else if (!cameFrom.has(link.to)) {
          cameFrom.set(link.to, path);
        }
      }
    }
    return {
      looked: `${counted(roots.length, "root")}, ${counted(cameFrom.size, "file")}`,
      findings,
    };
  },
};

function group(links: readonly Link[]): Map<string, Link[]> {
  const grouped = new Map<string, Link[]>();
  for (const link of links)
    grouped.set(link.from.path, [...(grouped.get(link.from.path) ?? []), link]);
  return grouped;
}

function isForServers({ to, import: { specifier } }: Link): boolean {
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return true;
  if (browserEntries.includes(specifier)) return false;
  const name = packageOf(specifier);
  if (name !== undefined) return serverPackages.includes(name);
  if (to.startsWith("src/platform/"))
    return !platformForBrowsers.test(to) && !/\/client\.tsx?$/.test(to);
  return serverRoom.test(to) || to.startsWith("src/generated/");
}

/** How the browser came here, from the file that it gets by itself. */
function trail(path: string, cameFrom: ReadonlyMap<string, string>): string {
  const steps = [path];
  for (let at = cameFrom.get(path); at !== undefined && at !== ""; at = cameFrom.get(at)) {
    steps.unshift(at);
  }
  return steps.length === 1 ? "directly" : `by ${steps.join(" -> ")}`;
}
