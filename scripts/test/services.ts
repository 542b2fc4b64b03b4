import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
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

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    postgresAdminUrl: string;
    valkeyUrl: string;
  }
}

type Services = { postgres: { url: string; adminUrl: string }; valkey: { url: string } };

/** Tests find the services by variables, or by `inject`. */
function tell(project: TestProject, { postgres, valkey }: Services): void {
  process.env.TEST_POSTGRES_URL = postgres.url;
  process.env.TEST_POSTGRES_ADMIN_URL = postgres.adminUrl;
  process.env.TEST_VALKEY_URL = valkey.url;
  project.provide("postgresUrl", postgres.url);
  project.provide("postgresAdminUrl", postgres.adminUrl);
  project.provide("valkeyUrl", valkey.url);
}

/**
 * A PostgreSQL and a Valkey for the whole run, on free ports and in a folder of their own.
 * `TEST_SERVICES=none` is for runs of rules alone, which need neither.
 */
export default async function startTestServices(project: TestProject) {
  const { TEST_SERVICES, TEST_POSTGRES_URL, TEST_POSTGRES_ADMIN_URL, TEST_VALKEY_URL } =
    process.env;
  if (TEST_SERVICES === "none") return undefined;
  if (TEST_POSTGRES_URL && TEST_VALKEY_URL) {
    const adminUrl = TEST_POSTGRES_ADMIN_URL ?? TEST_POSTGRES_URL;
    tell(project, {
      postgres: { url: TEST_POSTGRES_URL, adminUrl },
      valkey: { url: TEST_VALKEY_URL },
    });
    return undefined;
  }
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const [postgres, valkey] = await Promise.all([
    startPostgres({ dataDir: join(folder, "postgres"), settings: fastAndForgetful }),
    startValkey({ dataDir: join(folder, "valkey"), appendonly: false }),
  ]);
  tell(project, { postgres, valkey });
  return async () => {
    await Promise.all([postgres.stop(), valkey.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
