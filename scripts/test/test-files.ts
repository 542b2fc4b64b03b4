import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const folders = ["src", "web", "worker", "realtime", "prisma", "scripts", "load", "deploy"];
const imports = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
const readsServices =
  /TEST_(POSTGRES|VALKEY)_(ADMIN_)?URL|inject\("(postgres|postgresAdmin|valkey)Url"\)/;
const starter = join("scripts", "test", "services.ts");

export function allTestFiles(root: string): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith(join("src", "generated")));
}

function resolveImport(root: string, importer: string, name: string): string | undefined {
  const base = name.startsWith("@/")
    ? join("src", name.slice(2))
    : name.startsWith(".")
      ? join(dirname(importer), name)
      : undefined;
  if (base === undefined) return undefined;
  return [base, `${base}.ts`, `${base}.tsx`, join(base, "index.ts")].find((file) => {
    const path = join(root, file);
    return existsSync(path) && statSync(path).isFile();
  });
}

/**
 * Tells tests on real services from tests of rules: those whose code reads the services' addresses,
 * itself or through anything that it imports.
 */
export function servicesFinder(root: string): (file: string) => boolean {
  const texts = new Map<string, { needs: boolean; imported: string[] }>();
  const look = (file: string) => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = readFileSync(join(root, file), "utf8");
    const names = [...text.matchAll(imports)].flatMap(([, name]) => name ?? []);
    const imported = names.flatMap((name) => resolveImport(root, file, name) ?? []);
    const found = { needs: file !== starter && readsServices.test(text), imported };
    texts.set(file, found);
    return found;
  };
  return (file) => {
    const seen = new Set([file]);
    for (const each of seen) {
      const { needs, imported } = look(each);
      if (needs) return true;
      for (const next of imported) seen.add(next);
    }
    return false;
  };
}
