import { expect, test } from "@playwright/test";
import { limits } from "@/platform/limits";
import { signedIn } from "../support/people";

const slow = { timeout: 90_000, intervals: [100] };

test("a long list is walked to its end and up again: every row stands where it stood, and the first is there", async ({
  browser,
}) => {
  const mia = await signedIn(browser, "mia", { viewport: { width: 1440, height: 900 } });
  const { page } = mia;
  await page.goto("/tickets?q=&sort=oldest");
  const rows = page.getByRole("grid").locator("[data-row]");
  await expect(rows.first()).toBeVisible();
  /** The rows that stand in the page, each with its place in the list. */
  const places = async () =>
    new Map(
      await rows.evaluateAll((all) =>
        all.map((row): [string, number] => [
          row.getAttribute("data-row") ?? "",
          Number(row.getAttribute("aria-rowindex")),
        ]),
      ),
    );
  const known = new Map<string, number>();
  const [first = ""] = [...(await places()).keys()];
  await rows.first().focus();
  await expect(async () => {
    await page.keyboard.press("End");
    for (const [id, place] of await places()) known.set(id, place);
    expect(Math.max(...known.values())).toBeGreaterThan(limits.ticketsHeldRows);
  }).toPass(slow);
  // What is far above was let go: by then there is no row before the place that is in sight.
  await expect(page.locator(":focus")).toHaveAttribute("data-row", /./);

  const box = await page.getByRole("grid").boundingBox();
  await page.mouse.move((box?.x ?? 0) + 100, 500);
  await expect(async () => {
    await page.mouse.wheel(0, -3_000);
    for (const [id, place] of await places()) expect(known.get(id) ?? place).toBe(place);
    await expect(page.locator(`[data-row="${first}"]`)).toBeInViewport({ timeout: 200 });
  }).toPass(slow);
  expect((await places()).get(first)).toBe(1);

  // From far down the top is one key away.
  await expect(async () => {
    await page.keyboard.press("End");
    expect(Math.max(...(await places()).values())).toBeGreaterThan(limits.ticketsHeldRows);
  }).toPass(slow);
  await page.keyboard.press("Home");
  await expect(page.locator(`[data-row="${first}"]`)).toBeFocused();
  await mia.context.close();
});
