import type { IForbiddenRuleType } from "dependency-cruiser";
import { browserPlatform, moduleNames, modulesBelow, roof } from "./house";

const anyTest = "\\.(test|spec)\\.tsx?$";
const door = "^src/modules/[^/]+/(index|client)\\.tsx?$";
const components = "^src/modules/[^/]+/components/";
const processors = "^src/modules/[^/]+/processors[./]";
const oneOf = (names: readonly string[]) => `(${names.join("|")})`;
const roofs = `^${oneOf(roof.files.map((path) => path.replace(".", "\\.")))}$`;

/** What each rule says to whoever breaks it. */
export const graphAdvice: Readonly<Record<string, string>> = {
  rank: "stands beside or above this module: tell it by an event, or move what both need to a lower module (scripts/structure/house.ts lists the ranks)",
  door: "is inside another module: import its index.ts (servers) or client.ts (browsers), and add the name there if it is missing",
  processors: "is for the worker alone: ask for the job by its declaration in jobs.ts",
  platform:
    "is above the platform, which knows no module: hand it in as an argument or register it",
  ui: "is none of the design system's business: pass plain data and callbacks as props",
  testing: "is the harness of tests: code that runs must not need it",
  app: "is a route, and routes are imported by nobody: move what you need to a module or to src/ui",
  process: "belongs to another process: share through a module or the platform",
  roof: "joins all routers and stands above you: call procedures through @/trpc/client, or the module through its door",
  trpc: "stands above the frame of the API: only the root router joins modules",
};

/** The rules that see one import at a time, in dependency-cruiser's words, derived from house.ts. */
export function graphRules(): IForbiddenRuleType[] {
  return [
    ...moduleNames.flatMap(rankRule),
    {
      name: "door",
      from: { path: "^src/modules/([^/]+)/", pathNot: components },
      to: { path: "^src/modules/", pathNot: ["^src/modules/$1/", door] },
    },
    // What people see is composed piece by piece: a barrel would load what a page does not show.
    {
      name: "door",
      from: { path: "^src/modules/([^/]+)/components/" },
      to: { path: "^src/modules/", pathNot: ["^src/modules/$1/", door, components] },
    },
    {
      name: "door",
      from: { path: "^src/app/" },
      to: { path: "^src/modules/", pathNot: [door, components] },
    },
    {
      name: "door",
      from: { pathNot: "^src/(modules|app)/" },
      to: { path: "^src/modules/", pathNot: [door, processors] },
    },
    {
      name: "processors",
      from: { pathNot: ["^worker/", anyTest, processors] },
      to: { path: processors },
    },
    {
      name: "platform",
      from: { path: "^src/platform/", pathNot: anyTest },
      to: { path: "^src/(modules|ui|trpc|app|testing)/" },
    },
    {
      name: "platform",
      from: { path: `^src/platform/.*${anyTest}` },
      to: { path: "^src/(modules|ui|trpc|app)/" },
    },
    { name: "ui", from: { path: "^src/ui/" }, to: { path: "^src/(modules|trpc|app)/" } },
    {
      name: "ui",
      from: { path: "^src/ui/", pathNot: anyTest },
      to: {
        path: "^src/platform/",
        pathNot: [`^src/platform/${oneOf(browserPlatform)}[/.]`, "/client\\.tsx?$"],
      },
    },
    {
      name: "testing",
      from: {
        pathNot: [
          anyTest,
          "^((web|worker|realtime)/testing|src/testing|e2e|load|scripts)/",
          "^vitest\\.",
        ],
      },
      to: { path: "^src/testing/" },
    },
    { name: "app", from: { pathNot: anyTest }, to: { path: "^src/app/" } },
    {
      name: "process",
      from: { path: "^src/", pathNot: [anyTest, "^src/testing/"] },
      to: { path: "^(web|worker|realtime|e2e|load|scripts)/" },
    },
    {
      name: "process",
      from: { path: "^(web|worker|realtime)/", pathNot: anyTest },
      to: { path: "^(web|worker|realtime)/", pathNot: "^$1/" },
    },
    { name: "roof", from: { path: "^src/(modules|ui)/", pathNot: anyTest }, to: { path: roofs } },
    {
      name: "trpc",
      from: { path: "^src/trpc/", pathNot: [anyTest, roofs] },
      to: { path: "^src/modules/" },
    },
  ];
}

function rankRule(name: string): IForbiddenRuleType[] {
  const below = modulesBelow(name);
  const others = moduleNames.filter((each) => each !== name && !below.includes(each));
  if (others.length === 0) return [];
  return [
    {
      name: "rank",
      from: { path: `^src/modules/${name}/` },
      to: { path: `^src/modules/${oneOf(others)}/` },
    },
  ];
}
