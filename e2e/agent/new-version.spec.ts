import { expect, test } from "@playwright/test";
import { signedIn } from "../support/people";

test("a tab that was open before an upgrade is asked to reload, and keeps what was written", async ({
  browser,
}) => {
  const { page, context } = await signedIn(browser, "mia");
  await expect(page.getByRole("grid")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.locator("#composer[contenteditable=true]")).toBeVisible({ timeout: 60_000 });
  const reply = page.getByRole("tabpanel", { name: "Reply" }).getByRole("textbox");
  const asked = page.getByText("A newer version is here.");
  await expect(asked).toHaveCount(0);

  // From here on its servers are of the next version.
  await page.route("**/api/trpc/**", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), "x-version": "the next one" },
    });
  });
  const words = `Written before the upgrade ${process.pid}`;
  const kept = page.waitForResponse(
    (answer) => answer.url().includes("rafts.") && answer.request().method() === "POST",
  );
  await reply.fill(words);
  await kept;
  await expect(asked).toBeVisible();

  await page.getByRole("button", { name: "Reload" }).click();
  await expect(reply).toHaveText(words, { timeout: 60_000 });
  await expect(asked).toHaveCount(0);
  await reply.fill("");
  await context.close();
});
