import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { addressOf, openPages, ownPages } from "../../load/portal/pages";
import { signedIn } from "../support/people";
import { topology } from "../support/topology";

const widths = [390, 1440];

/** Turns the page round, as a language would that is read from the right; gives what sticks out of it. */
const sticksOut = (page: Page) =>
  page.evaluate(() => {
    for (const turned of document.querySelectorAll<HTMLElement>("html, [dir]")) turned.dir = "rtl";
    const { clientWidth, scrollWidth } = document.documentElement;
    const isShown = (one: Element) =>
      one.checkVisibility() && one.closest(".sr-only, [aria-hidden=true]") === null;
    const out = [...document.body.querySelectorAll("*")].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const scrolls = one.parentElement?.closest(".overflow-x-auto, .overflow-hidden, .truncate");
      return width > 1 && !scrolls && (left < -1 || right > clientWidth + 1) && isShown(one);
    });
    return {
      sideways: Math.max(0, scrollWidth - clientWidth),
      elements: out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)),
    };
  });

async function expectInside(context: BrowserContext, pages: typeof openPages): Promise<void> {
  const read = async (path: string) => (await context.request.get(path)).text();
  const page = await context.newPage();
  for (const one of pages) {
    await page.goto(await addressOf(one, read));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect
        .soft(await sticksOut(page), `${one.name} at ${width} px`)
        .toEqual({ sideways: 0, elements: [] });
    }
    const start = await page.getByRole("main").evaluate((main) => getComputedStyle(main).direction);
    expect.soft(start, one.name).toBe("rtl");
  }
}

test("read from right to left, nothing of what anybody may open sticks out", async ({
  browser,
}) => {
  const { webs } = await topology();
  const context = await browser.newContext({ baseURL: webs[0] ?? "", locale: "de-DE" });
  await expectInside(context, openPages);
  await context.close();
});

test("read from right to left, nothing of one's own sticks out", async ({ browser }) => {
  const { context } = await signedIn(browser, "jonas");
  await expectInside(context, ownPages);
  await context.close();
});
