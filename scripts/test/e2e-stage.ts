import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../build/build";
import { root } from "../system/root";
import { browserOrInstall } from "./browser";
import type { StageResult } from "./counts";
import { readPlaywrightReport } from "./playwright-report";
import { runTool } from "./run-tool";

/** Journeys in a real browser, on what `npm start` would start, with services of their own. */
export async function runEndToEnd(
  args: readonly string[],
  {
    long,
    secondTry,
    report,
  }: { long: boolean; secondTry: boolean; report: (line: string) => void },
): Promise<StageResult> {
  const browser = browserOrInstall(report);
  await ensureBuilt(report);
  const folder = mkdtempSync(join(tmpdir(), "insightdesk-e2e-report-"));
  const reportFile = join(folder, "report.json");
  try {
    const { exitCode } = await runTool(
      [
        process.execPath,
        join(root, "node_modules/@playwright/test/cli.js"),
        "test",
        "--config=playwright.config.ts",
        "--reporter=list,json",
        `--retries=${secondTry ? 1 : 0}`,
        ...args,
      ],
      {
        isShown: true,
        env: {
          ...(long ? { TEST_LONG: "1" } : {}),
          CHROMIUM_PATH: browser,
          PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
          PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
        },
      },
    );
    if (!existsSync(reportFile)) {
      const failures = [{ name: "the journeys could not be started", repeat: "npm test -- e2e" }];
      return { passed: 0, failed: 1, skipped: 0, failures };
    }
    return readPlaywrightReport(JSON.parse(readFileSync(reportFile, "utf8")), {
      root,
      exitCode,
      secondTry,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
