import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastAndForgetful, startPostgres } from "../services/postgres";
import { startValkey } from "../services/valkey";
import { isAlive } from "../system/processes";

const prefix = "insightdesk-test-";

/** Folders of runs that were killed; their servers ended with them, being on a leash. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length).split("-")[0] : "");
    if (Number.isInteger(pid) && pid > 0 && !isAlive(pid)) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

/**
 * A PostgreSQL and a Valkey for the whole run, on free ports and in a folder of their own; tests
 * find them by TEST_POSTGRES_URL and TEST_VALKEY_URL. `TEST_SERVICES=none` is for runs of rules
 * alone, which need neither.
 */
export default async function startTestServices(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_SERVICES === "none") return undefined;
  if (process.env.TEST_POSTGRES_URL && process.env.TEST_VALKEY_URL) return undefined;
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const [postgres, valkey] = await Promise.all([
    startPostgres({ dataDir: join(folder, "postgres"), settings: fastAndForgetful }),
    startValkey({ dataDir: join(folder, "valkey"), appendonly: false }),
  ]);
  process.env.TEST_POSTGRES_URL = postgres.url;
  process.env.TEST_POSTGRES_ADMIN_URL = postgres.adminUrl;
  process.env.TEST_VALKEY_URL = valkey.url;
  return async () => {
    await Promise.all([postgres.stop(), valkey.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
