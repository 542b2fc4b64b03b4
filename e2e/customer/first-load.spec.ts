import { type BrowserContext, expect, test } from "@playwright/test";
import { limits } from "@/platform/limits";
import { addressOf, openPages, ownPages } from "../../load/portal/pages";
import { firstLoadBytes, laterBytes } from "../support/first-load";
import { signedIn } from "../support/people";
import { topology } from "../support/topology";

async function expectLight(context: BrowserContext, pages: typeof openPages): Promise<void> {
  const read = async (path: string) => (await context.request.get(path)).text();
  for (const page of pages) {
    const path = await addressOf(page, read);
    const [first, later] = [await firstLoadBytes(context, path), await laterBytes(context, path)];
    test.info().annotations.push({
      type: "scripts",
      description: `${page.name}: ${first} bytes, ${later} later`,
    });
    expect.soft(first, `${path} in bytes, gzip`).toBeLessThan(limits.portalScriptBytesMax);
    expect
      .soft(later, `${path} after its first paint`)
      .toBeLessThan(limits.portalLaterScriptBytesMax);
  }
}

test("what anybody may open is light, on its first load and after it", async ({ browser }) => {
  const { webs } = await topology();
  const context = await browser.newContext({ baseURL: webs[0] ?? "" });
  await expectLight(context, openPages);
  await context.close();
});

test("what customers see of their own is light, on its first load and after it", async ({
  browser,
}) => {
  const { context } = await signedIn(browser, "jonas");
  await expectLight(context, ownPages);
  await context.close();
});
