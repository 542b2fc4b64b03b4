import { join } from "node:path";
import { defineConfig } from "vitest/config";

const folders = "{src,web,worker,realtime,prisma,scripts,load,deploy}";
const all = `${folders}/**/*.test.{ts,tsx}`;
const long = `${folders}/**/*.long.test.{ts,tsx}`;
/** `npm run test:long` sets it; the long proofs take minutes each. */
const withLong = process.env.TEST_LONG === "1";
const leftOut = ["src/generated/**", ...(withLong ? [] : [long])];
/** Rules are pure, and so is what people see: nothing of theirs outlives a file, so they share a process. */
const pure = [
  "src/modules/*/{rules,components}/**",
  "src/{ui,live}/**",
  "scripts/structure/**",
].map((folder) => `${folder}/*.test.{ts,tsx}`);

export default defineConfig({
  resolve: { alias: { "@": join(import.meta.dirname, "src") } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    env: { LOG_LEVEL: "silent" },
    // Two cores, shared with a running `npm start`, are slow at times; a hang still ends.
    testTimeout: withLong ? 1_800_000 : 120_000,
    hookTimeout: withLong ? 1_800_000 : 240_000,
    expect: { poll: { timeout: 30_000, interval: 25 } },
    projects: [
      {
        extends: true,
        test: { name: "pure", include: pure, exclude: leftOut, isolate: false },
      },
      {
        extends: true,
        test: {
          name: "services",
          include: [all],
          exclude: [...leftOut, ...pure],
          globalSetup: ["scripts/test/services.ts"],
        },
      },
    ],
  },
});
