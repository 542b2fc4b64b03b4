import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { type Check, counted, type Finding } from "../check";
import type { Tree } from "../tree";

const named = z.object({ name: z.string(), line: z.number().optional() });
const report = z.object({
  issues: z.array(z.looseObject({ file: z.string() })),
});

const instead: Readonly<Record<string, string>> = {
  files: "is used by nobody: delete it, or import it where it belongs",
  dependencies: "is a package that nothing imports: npm uninstall it",
  devDependencies: "is a package that nothing imports: npm uninstall it",
  unlisted: "is imported but stands in no package.json: npm install --save-exact it",
  binaries: "is called but no listed package brings it: add the package",
  unresolved: "leads nowhere: name an existing file",
  exports: "is exported and used by no other file: drop the word export, or the code",
  types: "is exported and used by no other file: drop the word export, or the type",
  nsExports: "is exported and used by no other file: drop the word export, or the code",
  nsTypes: "is exported and used by no other file: drop the word export, or the type",
  enumMembers: "is used by nobody: delete it",
  duplicates: "is exported under two names: keep one",
};

/** What nobody uses misleads whoever reads it. knip.json says where reading starts. */
export const dead: Check = {
  name: "nothing is dead",
  look: async (tree) => {
    const { issues } = report.parse(JSON.parse(await knip(tree)));
    const findings = issues.flatMap((issue) =>
      Object.entries(instead).flatMap(([kind, words]): Finding[] => {
        const entries = z.array(z.union([named, z.array(named)])).safeParse(issue[kind]);
        return (entries.data ?? []).flat().map(({ name, line }) => ({
          path: issue.file,
          line: line ?? 1,
          says: `${kind === "files" ? "the file" : name} ${words}`,
        }));
      }),
    );
    return { looked: counted(tree.sources.length, "file"), findings };
  },
};

function knip(tree: Tree): Promise<string> {
  const bin = fileURLToPath(new URL("../../../node_modules/knip/bin/knip.js", import.meta.url));
  const args = [bin, "--reporter", "json", "--no-progress", "--no-exit-code", "--no-config-hints"];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: tree.root, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error === null && stdout.startsWith("{")) resolve(stdout);
        else
          reject(new Error(`knip could not read the tree: ${stderr || stdout || error?.message}`));
      },
    );
  });
}
