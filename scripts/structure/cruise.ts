import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type IForbiddenRuleType } from "dependency-cruiser";
import type { Import } from "./imports";

export type Edge = { readonly from: string; readonly to: string; readonly specifier: string };

export type Cruise = {
  readonly modules: number;
  readonly edges: readonly Edge[];
  readonly violations: readonly { rule: string; from: string; to: string; cycle: string[] }[];
};

/**
 * dependency-cruiser reads TypeScript below version 7 only, its swc parser stops at JSX, and its
 * fallback guesses. So it gets what our parser read: for each file a twin that holds nothing but its
 * imports. Resolution, rules and circles are its work. @swc/core must be there for it to open .ts at
 * all; that it opened every twin is asserted, for it can pass having read nothing.
 */
export async function cruiseImports(
  imports: ReadonlyMap<string, readonly Import[]>,
  forbidden: readonly IForbiddenRuleType[],
): Promise<Cruise> {
  const folder = mkdtempSync(join(tmpdir(), "structure-"));
  try {
    for (const [path, named] of imports) {
      const lines = named.map((each) => `import ${JSON.stringify(each.specifier)};`);
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), `${lines.join("\n")}\n`);
    }
    return await cruiseFolder(folder, [...imports.keys()], forbidden);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function cruiseFolder(
  folder: string,
  paths: readonly string[],
  forbidden: readonly IForbiddenRuleType[],
): Promise<Cruise> {
  // Folders, for a path with brackets ("[id]/page.tsx") would be taken for a pattern.
  const tops = [...new Set(paths.map((path) => path.split("/")[0] ?? path))];
  const { output } = await cruise(
    tops,
    { baseDir: folder, validate: true, ruleSet: { forbidden: [...forbidden] } },
    { alias: { "@": join(folder, "src") }, extensions: [".ts", ".tsx", ".mts", ".mjs"] },
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered with a report");
  const read = new Set(output.modules.map((each) => each.source));
  const unread = paths.filter((path) => !read.has(path));
  if (unread.length > 0) {
    throw new Error(
      `dependency-cruiser read ${paths.length - unread.length} of ${paths.length} files and not ` +
        `${unread[0]}: its answer means nothing. Is @swc/core installed beside it?`,
    );
  }
  return {
    modules: paths.length,
    edges: output.modules.flatMap((each) =>
      each.dependencies.map((to) => ({
        from: each.source,
        to: to.couldNotResolve ? to.module : to.resolved,
        specifier: to.module,
      })),
    ),
    violations: output.summary.violations.map((each) => ({
      rule: each.rule.name,
      from: each.from,
      to: each.to,
      cycle: (each.cycle ?? []).map((step) => step.name),
    })),
  };
}
