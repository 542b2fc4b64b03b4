import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Comment, type Program, parseSync } from "oxc-parser";
import { notOurs } from "./not-ours";

export type SourceFile = {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly isTest: boolean;
  readonly lineOf: (offset: number) => number;
};

export type Tree = {
  readonly root: string;
  /** Every file of the repository, sorted, with forward slashes. */
  readonly paths: readonly string[];
  readonly folders: readonly string[];
  /** Every TypeScript and JavaScript file, parsed. */
  readonly sources: readonly SourceFile[];
  readonly read: (path: string) => string;
};

const isSource = (path: string) => /\.(ts|tsx|mts|mjs)$/.test(path) && !/\.d\.m?ts$/.test(path);

/** Tests, and the samples that lie beside them: `samples.ts`, `sample-tickets.ts`. */
export const isTestPath = (path: string) =>
  /\.(test|spec)\.tsx?$|\/samples?(-[a-z-]+)?\.tsx?$/.test(path);

export function readTree(root: string): Tree {
  const paths: string[] = [];
  const folders: string[] = [];
  walk(root, "", paths, folders);
  paths.sort();
  folders.sort();
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const sources = paths.filter(isSource).map((path) => parse(path, read(path)));
  return { root, paths, folders, sources, read };
}

function walk(root: string, folder: string, paths: string[], folders: string[]) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.includes(path) || notOurs.includes(entry.name)) continue;
    if (entry.isDirectory()) {
      folders.push(path);
      walk(root, path, paths, folders);
    } else if (entry.isFile()) {
      paths.push(path);
    }
  }
}

function parse(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text, { preserveParens: false });
  const fault = parsed.errors[0];
  if (fault !== undefined) throw new Error(`${path} cannot be parsed: ${fault.message}`);
  return {
    path,
    text,
    program: parsed.program,
    comments: parsed.comments,
    isTest: isTestPath(path),
    lineOf: (offset) => text.slice(0, offset).split("\n").length,
  };
}

/** Whether `path` lies under one of the folders (`src/x/`) or matches a name with stars (`*.config.ts`). */
export function liesIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => {
    if (place.endsWith("/")) return path.startsWith(place);
    if (!place.includes("*")) return path === place;
    const pattern = place.split("*").map(escapeRegExp).join("[^/]*");
    return new RegExp(`^${pattern}$`).test(path);
  });
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
