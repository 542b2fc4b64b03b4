import { defineConfig } from "@playwright/test";

/** The journeys share one stack of two webs, two realtimes and two workers: one after another. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // Minutes of waiting for half-minute looks: only where somebody asks for them.
  testIgnore: process.env.TEST_LONG === "1" ? [] : "**/*.long.spec.ts",
  globalSetup: "./e2e/support/global-setup.ts",
  outputDir: "test-results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
