import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../system/root";

/** The three processes and the migration before them, each one file: `node .build/web.js`. Packages stay in node_modules. */
export async function bundleProcesses(outdir: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      web: "web/main.ts",
      worker: "worker/main.ts",
      realtime: "realtime/main.ts",
      migrate: "worker/migrate.ts",
    },
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
