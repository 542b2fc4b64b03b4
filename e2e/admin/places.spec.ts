import { expect, type Page, test } from "@playwright/test";
import { expectFitIn, type Look } from "../support/looks";
import { signedIn } from "../support/people";

/** Pages of those who look after the help centre; the menu of the console leads to them. */
const beside = ["/knowledge", "/knowledge/new", "/knowledge/categories", "/knowledge/missing"];
/** What both looks have in common with all the others is seen on these, in all four. */
const inEveryLook = ["/admin", "/admin/people", "/admin/people/roles"];
const twoLooks: readonly Look[] = ["wide, light", "phone, dark"];
const fourLooks: readonly Look[] = ["wide, light", "wide, dark", "phone, dark", "phone, light"];

async function placesOf(page: Page): Promise<string[]> {
  await page.goto("/admin/all");
  const links = page.getByRole("main").getByRole("link");
  await expect(links.first()).toBeVisible();
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  const listed = hrefs.filter((href) => href.startsWith("/admin"));
  return [...new Set([...inEveryLook, ...listed])];
}

test("every place of an admin opens, fits and is accessible, wide and on a phone", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const { page, context } = await signedIn(browser, "ada");
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const places = [...(await placesOf(page)), ...beside];
  expect(places.length).toBeGreaterThan(20);
  for (const path of places) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expect(page.getByRole("heading", { level: 1 }).first(), path).toBeVisible();
    await expectFitIn(page, inEveryLook.includes(path) ? fourLooks : twoLooks);
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
