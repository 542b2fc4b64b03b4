import type { Check, Finding } from "../check";
import { counted } from "../check";
import { graphOf, type Link } from "../graph";
import { rooms, routeFiles, rulesMayImport } from "../house";
import { packageOf } from "../imports";
import { isTestPath } from "../tree";

const fileRooms: readonly string[] = [...rooms.doors, ...rooms.files, ...rooms.filesOrFolders];
const folderRooms: readonly string[] = rooms.filesOrFolders;

/** The same rooms in every module, and a door to each. */
export const roomNames: Check = {
  name: "rooms",
  look: (tree) => {
    const findings: Finding[] = [];
    const modules = new Map<string, { hasDoor: boolean }>();
    for (const path of tree.paths) {
      const [, name, room, rest] = /^src\/modules\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
      if (name === undefined || room === undefined) continue;
      const known = modules.get(name) ?? { hasDoor: false };
      modules.set(name, known);
      const stem = room.replace(/\.(test\.)?tsx?$/, "");
      if (rest === undefined && rooms.doors.some((door) => door === stem)) known.hasDoor = true;
      const fits =
        rest === undefined
          ? isTestPath(path) || fileRooms.includes(stem)
          : folderRooms.includes(room);
      if (fits) continue;
      const says = `is no room of a module: the rooms are ${fileRooms.join(", ")} (scripts/structure/house.ts)`;
      findings.push({ path, line: 1, says });
    }
    for (const [name, { hasDoor }] of modules) {
      if (hasDoor) continue;
      const says = "has no door: write an index.ts (servers) or a client.ts (browsers)";
      findings.push({ path: `src/modules/${name}`, line: 1, says });
    }
    return { looked: counted(modules.size, "module"), findings };
  },
};

/** Rules are plain data in, plain data out: what they run is rules, what they name may be types. */
export const ruleImports: Check = {
  name: "rules are pure",
  look: async (tree) => {
    const graph = await graphOf(tree);
    const inRules = graph.links.filter(
      ({ from }) => /^src\/modules\/[^/]+\/rules[./]/.test(from.path) && !from.isTest,
    );
    const findings = inRules
      .filter((link) => !ruleMay(link, graph.links))
      .map(({ from, to, import: { line } }) => ({
        path: from.path,
        line,
        says: `a rule runs ${to}: take the data (and the time) as an argument, or import its type only`,
      }));
    return { looked: counted(inRules.length, "import"), findings };
  },
};

function folderOf(path: string): string {
  return path.split("/").slice(0, 3).join("/");
}

function isPureRoom(path: string, module: string): boolean {
  return rulesMayImport.rooms.some((room) => new RegExp(`^${module}/${room}[./]`).test(path));
}

/** A door that gives out rules and nothing else brings nothing else with it. */
function isPureDoor(path: string, links: readonly Link[]): boolean {
  if (!/^src\/modules\/[^/]+\/(index|client)\.tsx?$/.test(path)) return false;
  return links
    .filter((link) => link.from.path === path && !link.import.typeOnly)
    .every(({ to }) => isPureRoom(to, folderOf(path)));
}

function ruleMay(
  { from, to, import: { typeOnly, specifier } }: Link,
  links: readonly Link[],
): boolean {
  if (typeOnly) return true;
  if (rulesMayImport.packages.some((each) => each === specifier)) return true;
  const name = packageOf(specifier);
  if (name !== undefined) return rulesMayImport.packages.some((each) => each === name);
  if (isPureRoom(to, folderOf(from.path)) || isPureDoor(to, links)) return true;
  return rulesMayImport.platform.some((each) => to.startsWith(`src/platform/${each}/`));
}

/** src/app holds routes and nothing else. */
export const routesOnly: Check = {
  name: "routes only",
  look: (tree) => {
    const inApp = tree.paths.filter((path) => path.startsWith("src/app/"));
    const findings = inApp
      .filter((path) => /\.[mc]?[jt]sx?$/.test(path) && !isTestPath(path))
      .filter((path) => !routeFiles.includes(path.replace(/^.*\//, "").replace(/\.tsx?$/, "")))
      .map((path) => ({
        path,
        line: 1,
        says: "is no route of Next: components live in a module's components/ or in src/ui, servers' code in a module",
      }));
    return { looked: counted(inApp.length, "file"), findings };
  },
};
