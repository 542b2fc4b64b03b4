import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

const folder = "prisma/schema";

/** Loads the engine by hand: its own entry needs a flag of Node's for importing WebAssembly. */
async function loadEngine(): Promise<void> {
  const path = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const imports: WebAssembly.ModuleImports = Object.fromEntries(Object.entries(engine));
  const { instance } = await WebAssembly.instantiate(
    new Uint8Array(readFileSync(path.replace(/\.js$/, ".wasm"))),
    {
      "./schema_engine_bg.js": imports,
    },
  );
  Reflect.apply(Reflect.get(engine, "__wbg_set_wasm"), undefined, [instance.exports]);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== "function") throw new Error("Prisma's engine has no beginning.");
  start();
}

/** The SQL that Prisma's own engine would make of prisma/schema on an empty database. */
export async function sqlOfSchema(databaseUrl: string): Promise<string> {
  await loadEngine();
  const files = readdirSync(folder).map((path) => ({
    path,
    content: readFileSync(join(folder, path), "utf8"),
  }));
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new PrismaPg({ connectionString: databaseUrl }),
  );
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const schemaEngine = await engine.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  const { stdout } = await schemaEngine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (stdout === null) throw new Error("Prisma's engine made no SQL of prisma/schema.");
  return stdout;
}
