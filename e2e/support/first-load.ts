import { gzipSync } from "node:zlib";
import { type BrowserContext, expect } from "@playwright/test";

const scriptOf = /\/_next\/static\/[\w./~-]+?\.js/gu;
const forOldBrowsers = /<script[^>]*nomodule[^>]*>/giu;

/** Pages share most of their scripts. */
const weighed = new Map<string, number>();

async function compressedBytes(context: BrowserContext, script: string): Promise<number> {
  const known = weighed.get(script);
  if (known !== undefined) return known;
  const answer = await context.request.get(script);
  expect(answer.status(), script).toBe(200);
  const bytes = gzipSync(await answer.body()).length;
  weighed.set(script, bytes);
  return bytes;
}

async function sumOf(context: BrowserContext, scripts: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const script of scripts) bytes += await compressedBytes(context, script);
  return bytes;
}

/** What a browser must fetch before a page answers to its first click: scripts the page itself names. */
async function firstScripts(context: BrowserContext, path: string): Promise<Set<string>> {
  const page = await context.request.get(path);
  expect(page.status(), path).toBe(200);
  const html = (await page.text()).replaceAll(forOldBrowsers, "");
  const scripts = new Set(html.match(scriptOf));
  expect(scripts.size, `${path} names its scripts`).toBeGreaterThan(3);
  return scripts;
}

/** In bytes as gzip sends them. */
export async function firstLoadBytes(context: BrowserContext, path: string): Promise<number> {
  return sumOf(context, await firstScripts(context, path));
}

/** What a page fetches by itself beyond that, when nobody touches it. */
export async function laterBytes(context: BrowserContext, path: string): Promise<number> {
  const first = await firstScripts(context, path);
  const later = new Set<string>();
  const page = await context.newPage();
  page.on("request", (request) => {
    const script = new URL(request.url()).pathname.match(scriptOf)?.[0];
    if (script !== undefined && !first.has(script)) later.add(script);
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.close();
  return sumOf(context, later);
}
