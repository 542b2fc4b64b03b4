import { join } from "node:path";
import { defineConfig } from "vitest/config";

const folders = "{src,web,worker,realtime,prisma,scripts,load,deploy}";
const long = `${folders}/**/*.long.test.{ts,tsx}`;
/** `npm run test:long` sets it; the long proofs take minutes each. */
const withLong = process.env.TEST_LONG === "1";

export default defineConfig({
  resolve: { alias: { "@": join(import.meta.dirname, "src") } },
  test: {
    include: [`${folders}/**/*.test.{ts,tsx}`],
    exclude: ["src/generated/**", ...(withLong ? [] : [long])],
    globalSetup: ["scripts/test/services.ts"],
    pool: "forks",
    maxWorkers: 2,
    env: { LOG_LEVEL: "silent" },
    // Two cores, shared with a running `npm start`, are slow at times; a hang still ends.
    testTimeout: withLong ? 1_800_000 : 120_000,
    hookTimeout: withLong ? 1_800_000 : 240_000,
    expect: { poll: { timeout: 30_000, interval: 25 } },
  },
});
