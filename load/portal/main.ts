/**
 * `npm run bench:portal`: how soon the portal's pages show something, and how much they fetch, on a
 * phone far from the mast. Starts an installation of its own with the demo data and opens each page
 * in Chromium with an empty cache; ends with 1 where a page is over its budget (src/platform/limits).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { limits } from "@/platform/limits";
import { demoAccounts } from "../../scripts/seed/demo/accounts";
import { fastAndForgetful } from "../../scripts/services/postgres";
import { preparation } from "../../scripts/start/prepare";
import { startStack } from "../../scripts/start/stack";
import { median } from "../bench/percentile";
import { addressOf, openPages, ownPages } from "./pages";
import { type Line, type Visit, visit } from "./visit";

const { values } = parseArgs({ options: { visits: { type: "string", default: "3" } } });
const visits = Math.max(1, Number(values.visits));
/** What Lighthouse takes for a phone: a slow 4G line and a processor four times slower. */
const line: Line = {
  name: "slow 4G",
  downKbit: 1_600,
  upKbit: 750,
  latencyMs: 150,
  slowerTimes: 4,
};
const report = (text: string) => process.stderr.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), "insightdesk-portal-"));
const stack = await startStack({
  dataDir: join(folder, "data"),
  postgresSettings: fastAndForgetful,
  env: { DEMO_MODE: "1", LOG_LEVEL: "warn", RATE_LIMIT_FACTOR: "100" },
  prepare: preparation({
    dataDir: join(folder, "data"),
    mode: "production",
    demo: true,
    filesDir: join(folder, "data", "files"),
    report,
  }),
  report,
});
const url = stack.webs[0]?.url ?? "";
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});

/** The cookies of the demo's customer, by the form that everybody uses. */
async function customersState() {
  const customer = demoAccounts.find(({ role }) => role === "customer");
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("#email").fill(customer?.email ?? "");
  await page.locator("#password").fill(customer?.password ?? "");
  await page.locator("form:has([name=password]) [type=submit]").click();
  await page.waitForURL(/portal/u);
  const state = await context.storageState();
  await context.close();
  return state;
}

const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1).padStart(7);
const budgets = [
  { of: (one: Visit) => one.firstPaintMs, most: limits.portalFirstPaintMsMax },
  { of: (one: Visit) => one.scriptBytes, most: limits.portalScriptBytesMax },
  { of: (one: Visit) => one.laterScriptBytes, most: limits.portalLaterScriptBytesMax },
  { of: (one: Visit) => one.loadedBytes, most: limits.portalPageBytesMax },
];

function typical(all: readonly Visit[]): Visit {
  const middle = (of: (one: Visit) => number) => median(all.map(of));
  return {
    firstPaintMs: middle((one) => one.firstPaintMs),
    scriptBytes: middle((one) => one.scriptBytes),
    laterScriptBytes: middle((one) => one.laterScriptBytes),
    loadedBytes: middle((one) => one.loadedBytes),
  };
}

try {
  const signedIn = await customersState();
  const { name, downKbit, latencyMs, slowerTimes } = line;
  process.stdout.write(
    `${name}: ${downKbit} kbit/s, ${latencyMs} ms, a processor ${slowerTimes} times slower; the median of ${visits} visits\n`,
  );
  process.stdout.write(
    `${"".padEnd(24)} first paint  scripts kB  later kB  page kB   (at most ${limits.portalFirstPaintMsMax} ms, ${limits.portalScriptBytesMax / 1_000}, ${limits.portalLaterScriptBytesMax / 1_000}, ${limits.portalPageBytesMax / 1_000} kB)\n`,
  );
  for (const { pages, state } of [
    { pages: openPages, state: undefined },
    { pages: ownPages, state: signedIn },
  ]) {
    const options = state === undefined ? {} : { storageState: state };
    const reading = await browser.newContext({ baseURL: url, ...options });
    const read = async (path: string) => (await reading.request.get(path)).text();
    for (const page of pages) {
      const address = new URL(await addressOf(page, read), url).href;
      const seen: Visit[] = [];
      for (let turn = 0; turn < visits; turn += 1)
        seen.push(await visit(browser, { url: address, line, ...options }));
      const one = typical(seen);
      const isOver = budgets.some(({ of, most }) => of(one) > most);
      if (isOver) process.exitCode = 1;
      process.stdout.write(
        `${page.name.padEnd(24)} ${`${Math.round(one.firstPaintMs)} ms`.padStart(11)}  ${kilobytes(one.scriptBytes).padStart(10)} ${kilobytes(one.laterScriptBytes).padStart(9)} ${kilobytes(one.loadedBytes).padStart(8)}${isOver ? "   over its budget" : ""}\n`,
      );
    }
    await reading.close();
  }
  process.stdout.write(`Load of the machine: ${loadavg()[0]?.toFixed(1)}\n`);
} finally {
  await browser.close();
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}
