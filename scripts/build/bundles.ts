import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { root } from "../system/root";

/** Bundles entries as the product runs them; packages stay in node_modules. */
export async function bundleEntries(
  entryPoints: Readonly<Record<string, string>>,
  outdir: string,
  plugins: Plugin[] = [],
): Promise<void> {
  await build({
    plugins,
    absWorkingDir: root,
    entryPoints: { ...entryPoints },
    outdir,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    tsconfig: join(root, "tsconfig.json"),
    sourcemap: true,
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
    // A page of React is no part of these; what they render (mails) uses the automatic runtime.
    jsx: "automatic",
  });
}

/** The three processes and the migration before them, each one file: `node .build/web.js`. */
export function bundleProcesses(outdir: string): Promise<void> {
  const entries = {
    web: "web/main.ts",
    worker: "worker/main.ts",
    realtime: "realtime/main.ts",
    migrate: "worker/migrate.ts",
  };
  return bundleEntries(entries, outdir);
}
