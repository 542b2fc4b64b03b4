import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { signedIn, type Visitor } from "../support/people";

const consoleBytesMax = 250_000;
const portalBytesMax = 150_000;

const scriptOf = /\/_next\/static\/[\w./~-]+?\.js/gu;
const forOldBrowsers = /<script[^>]*nomodule[^>]*>/giu;

/** What a browser must fetch before a page answers to its first click: scripts the page itself names. */
async function firstLoadBytes({ context }: Visitor, path: string): Promise<number> {
  const page = await context.request.get(path);
  expect(page.status(), path).toBe(200);
  const html = (await page.text()).replaceAll(forOldBrowsers, "");
  const scripts = new Set(html.match(scriptOf));
  expect(scripts.size, `${path} names its scripts`).toBeGreaterThan(3);
  let bytes = 0;
  for (const script of scripts) {
    const answer = await context.request.get(script);
    expect(answer.status(), script).toBe(200);
    bytes += gzipSync(await answer.body()).length;
  }
  return bytes;
}

async function pathLike({ page }: Visitor, list: string, link: RegExp): Promise<string> {
  await page.goto(list);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  const hrefs = await page
    .getByRole("link")
    .evaluateAll((links) => links.map((one) => one.getAttribute("href") ?? ""));
  const found = hrefs.find((href) => link.test(href));
  if (found === undefined) throw new Error(`No link like ${link} on ${list}.`);
  return found;
}

const consolePages = [
  { who: "mia", pages: ["/tickets?view=open", /^\/tickets\/\d+/, "/me"] },
  { who: "ada", pages: ["/admin", "/admin/mailbox"] },
] as const;

for (const { who, pages } of consolePages)
  for (const wanted of pages)
    test(`${wanted} starts with at most 250 kB of scripts`, async ({ browser }) => {
      const visitor = await signedIn(browser, who);
      const path =
        typeof wanted === "string" ? wanted : await pathLike(visitor, "/tickets?view=open", wanted);
      const bytes = await firstLoadBytes(visitor, path);
      test.info().annotations.push({ type: "first-load", description: `${path} ${bytes}` });
      expect(bytes, `${path} in bytes, gzip`).toBeLessThanOrEqual(consoleBytesMax);
      await visitor.context.close();
    });

for (const wanted of ["/portal", "/portal/ask", /^\/portal\/requests\/\d+/])
  test(`${wanted} starts with less than 150 kB of scripts`, async ({ browser }) => {
    const visitor = await signedIn(browser, "jonas");
    const path = typeof wanted === "string" ? wanted : await pathLike(visitor, "/portal", wanted);
    const bytes = await firstLoadBytes(visitor, path);
    test.info().annotations.push({ type: "first-load", description: `${path} ${bytes}` });
    expect(bytes, `${path} in bytes, gzip`).toBeLessThan(portalBytesMax);
    await visitor.context.close();
  });
