import type { Browser, BrowserContextOptions } from "playwright";
import * as z from "zod";

/** A line, and a processor as many times slower than this one. */
export type Line = {
  readonly name: string;
  readonly downKbit: number;
  readonly upKbit: number;
  readonly latencyMs: number;
  readonly slowerTimes: number;
};

export type Visit = {
  firstPaintMs: number;
  /** All that came over the line until the page had loaded, in bytes as they were sent. */
  loadedBytes: number;
  /** Of the scripts alone, without the headers that came with them: as budgets count them. */
  scriptBytes: number;
  /** Scripts that came after it. */
  laterScriptBytes: number;
};

const finished = z.object({ requestId: z.string(), encodedDataLength: z.number() });
const answered = z.object({
  requestId: z.string(),
  type: z.string(),
  /** What had come by then: the headers. */
  response: z.object({ encodedDataLength: z.number() }),
});
const paint = z.number();

/** Opens a page as somebody does who was never here: with an empty cache, over that line. */
export async function visit(
  browser: Browser,
  { url, line, ...options }: BrowserContextOptions & { url: string; line: Line },
): Promise<Visit> {
  const context = await browser.newContext({ ...options, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scripts = new Map<string, number>();
  const sums = { loadedBytes: 0, scriptBytes: 0, laterScriptBytes: 0 };
  let hasLoaded = false;
  session.on("Network.responseReceived", (event) => {
    const { requestId, type, response } = answered.parse(event);
    if (type === "Script") scripts.set(requestId, response.encodedDataLength);
  });
  session.on("Network.loadingFinished", (event) => {
    const { requestId, encodedDataLength } = finished.parse(event);
    const headerBytes = scripts.get(requestId);
    if (!hasLoaded) sums.loadedBytes += encodedDataLength;
    if (headerBytes !== undefined)
      sums[hasLoaded ? "laterScriptBytes" : "scriptBytes"] += encodedDataLength - headerBytes;
  });
  page.on("load", () => {
    hasLoaded = true;
  });
  try {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      downloadThroughput: (line.downKbit * 1_000) / 8,
      uploadThroughput: (line.upKbit * 1_000) / 8,
      latency: line.latencyMs,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: line.slowerTimes });
    await page.goto(url, { waitUntil: "networkidle" });
    const firstPaintMs = paint.parse(
      await page.evaluate(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      ),
    );
    return { firstPaintMs, ...sums };
  } finally {
    await context.close();
  }
}
