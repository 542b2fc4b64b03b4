import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signedIn } from "../support/people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const looks = [
  { name: "wide, light", viewport: { width: 1440, height: 900 }, dark: false },
  { name: "phone, dark", viewport: { width: 390, height: 844 }, dark: true },
] as const;
/** Pages of those who look after the help centre; the menu of the console leads to them. */
const beside = ["/knowledge", "/knowledge/new", "/knowledge/categories", "/knowledge/missing"];

async function placesOf(page: Page): Promise<string[]> {
  await page.goto("/admin/all");
  const links = page.getByRole("main").getByRole("link");
  await expect(links.first()).toBeVisible();
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  return [...new Set(hrefs.filter((href) => href.startsWith("/admin")))];
}

for (const { name, viewport, dark } of looks)
  test(`every place of an admin opens, fits and is accessible, ${name}`, async ({ browser }) => {
    test.setTimeout(480_000);
    const { page, context } = await signedIn(browser, "ada", { viewport, dark });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    const places = [...(await placesOf(page)), ...beside];
    expect(places.length).toBeGreaterThan(20);
    for (const path of places) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expect(page.getByRole("heading", { level: 1 }).first(), path).toBeVisible();
      const found = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect
        .soft(found.violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`))
        .toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      expect.soft(faults, path).toEqual([]);
    }
    await context.close();
  });

test("none of them exists for an agent or a customer", async ({ browser }) => {
  const ada = await signedIn(browser, "ada");
  const places = await placesOf(ada.page);
  await ada.context.close();
  for (const who of ["mia", "jonas"] as const) {
    const { context } = await signedIn(browser, who);
    for (const path of places) {
      expect((await context.request.get(path)).status(), `${who} ${path}`).toBe(404);
    }
    await context.close();
  }
});
