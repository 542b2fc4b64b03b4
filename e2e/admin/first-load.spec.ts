import { expect, test } from "@playwright/test";
import { limits } from "@/platform/limits";
import { firstLoadBytes } from "../support/first-load";
import { signedIn, type Visitor } from "../support/people";

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
      const bytes = await firstLoadBytes(visitor.context, path);
      test.info().annotations.push({ type: "first-load", description: `${path} ${bytes}` });
      expect(bytes, `${path} in bytes, gzip`).toBeLessThanOrEqual(limits.consoleScriptBytesMax);
      await visitor.context.close();
    });
