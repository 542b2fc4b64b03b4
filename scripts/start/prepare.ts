import { ensureBuilt } from "../build/build";
import type { Mode } from "./commands";
import { clearUnfinishedDemo, ensureDemo } from "./demo";
import type { Prepared } from "./make-member";
import { migrateDatabase } from "./prepare-database";
import type { StackServices } from "./services";

export type Preparation = {
  dataDir: string;
  mode: Mode;
  /** Whether the demo data is loaded into a database that has no ticket yet. */
  demo: boolean;
  /** The folder for files, where files are kept in a folder. */
  filesDir?: string | undefined;
  signal?: AbortSignal;
  report: (line: string) => void;
};

/** All that must be there before the first process: the schema, the demo data, a build. */
export function preparation({ dataDir, mode, demo, filesDir, signal, report }: Preparation) {
  return async (services: StackServices): Promise<Prepared> => {
    await clearUnfinishedDemo(dataDir, services, report);
    await migrateDatabase(services, report);
    const accounts = demo ? await ensureDemo(dataDir, services, report, filesDir) : undefined;
    const build =
      mode === "development"
        ? { distDir: ".next", bundleDir: ".build" }
        : await ensureBuilt(report, signal);
    return { ...build, ...(accounts === undefined ? {} : { demo: accounts }) };
  };
}
