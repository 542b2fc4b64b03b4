import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastAndForgetful } from "../../scripts/services/postgres";
import { preparation } from "../../scripts/start/prepare";
import { startStack } from "../../scripts/start/stack";
import { openControl } from "./control";
import { eventsKept } from "./limits";

const report = (line: string) => process.stderr.write(`  ${line}\n`);

/**
 * The product as it runs: two webs, two realtimes, two workers, a database and a store of its own.
 * Tests reach its processes through a small control server, to kill and to start them again.
 */
export default async function startTopology(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "insightdesk-e2e-"));
  const dataDir = join(folder, "data");
  const stack = await startStack({
    dataDir,
    webs: 2,
    realtimes: 2,
    workers: 2,
    restartOnExit: false,
    postgresSettings: fastAndForgetful,
    env: {
      DEMO_MODE: "1",
      LOG_LEVEL: "info",
      RATE_LIMIT_FACTOR: "100",
      EVENT_LOG_ROWS: String(eventsKept),
    },
    prepare: preparation({
      dataDir,
      mode: "production",
      demo: true,
      filesDir: join(dataDir, "files"),
      report,
    }),
    report,
  });
  const control = await openControl(stack, report);
  process.env.E2E_CONTROL = control.url;
  return async () => {
    await control.close();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
