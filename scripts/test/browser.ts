import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { findProgram, programOrInstall } from "../system/programs";

const programs = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** A Chromium that is there already: named, on the PATH, or downloaded by Playwright. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && existsSync(named)) return named;
  const downloaded = chromium.executablePath();
  return findProgram(programs) ?? (existsSync(downloaded) ? downloaded : undefined);
}

/** The browser of the end-to-end tests; installed where that needs no question. */
export function browserOrInstall(report: (line: string) => void): string {
  return (
    findBrowser() ??
    programOrInstall(
      {
        title: "A Chromium for the browser tests",
        programs,
        packages: { "apt-get": ["chromium"], dnf: ["chromium"], apk: ["chromium"] },
        otherwise:
          "Run this, then the same command again: npx playwright install chromium (or name one: CHROMIUM_PATH=/path/to/chromium)",
      },
      report,
    )
  );
}
