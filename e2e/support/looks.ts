import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What breaks WCAG 2.2 AA on a page as it stands, a line for each rule. */
async function faultsOf(page: Page): Promise<string[]> {
  // No page of ours holds a frame of another origin, so one look inside the page sees all of it;
  // what passed, and sheets that no rule of these tags reads, are not asked for.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"], preload: false })
    .withTags(tags)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

export async function expectAccessible(page: Page): Promise<void> {
  expect.soft(await faultsOf(page), page.url()).toEqual([]);
}

/** Accessible, and nothing of it lies beside the screen. */
export async function expectFit(page: Page, look = "as it stands"): Promise<void> {
  const where = `${page.url()}, ${look}`;
  expect.soft(await faultsOf(page), where).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
  // Where panes scroll by themselves, nothing in them makes the page scroll, too: it would go away.
  const away = await page.evaluate(() => {
    const isOfPanes = document.querySelector("main.contents > #main") !== null;
    const { scrollHeight, clientHeight } = document.documentElement;
    return isOfPanes ? scrollHeight - clientHeight : 0;
  });
  expect.soft(away, `${where} scrolls away`).toBeLessThanOrEqual(0);
}

const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
const looks = {
  "wide, light": { viewport: wide, colorScheme: "light" },
  "wide, dark": { viewport: wide, colorScheme: "dark" },
  "phone, dark": { viewport: phone, colorScheme: "dark" },
  "phone, light": { viewport: phone, colorScheme: "light" },
} as const;
export type Look = keyof typeof looks;

/** Sizes and colours are a matter of style sheets alone: a page is turned where it stands. */
export async function expectFitIn(page: Page, names: readonly Look[]): Promise<void> {
  for (const name of names) {
    const { viewport, colorScheme } = looks[name];
    await page.setViewportSize(viewport);
    // Without motion a colour is at once what it will be.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectFit(page, name);
  }
}
