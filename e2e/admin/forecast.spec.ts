import { expect, test } from "@playwright/test";
import { signedIn } from "../support/people";

test("an admin sees what will come, plans for it, keeps the plan and puts it beside another", async ({
  browser,
}) => {
  const ada = await signedIn(browser, "ada");
  // The hours are counted by a worker soon after it started.
  await expect(async () => {
    await ada.page.goto("/admin/forecast");
    await expect(ada.page.getByText(/About \d+ tickets in the next seven days/)).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
  await expect(ada.page.getByRole("region", { name: /Tickets a day/ })).toBeVisible();
  await expect(ada.page.getByText(/Foretold from \d past days, four weeks each/)).toBeVisible();

  await ada.page.getByRole("link", { name: "Plan people and servers" }).click();
  const fromForecast = ada.page.getByRole("button", { name: "From the forecast" });
  await expect(async () => {
    await fromForecast.click();
    await expect(ada.page).toHaveURL(/from=forecast/, { timeout: 2_000 });
  }).toPass();
  const plan = ada.page.getByRole("region", { name: /What the plan needs/ });
  await expect(plan.getByRole("row", { name: /Tickets a day/ })).toContainText("Forecast 20");

  const name = `Winter ${crypto.randomUUID().slice(0, 8)}`;
  await ada.page.getByLabel("Name of this plan").fill(name);
  await ada.page.getByRole("button", { name: "Keep this plan" }).click();
  await expect(ada.page.getByRole("row", { name: new RegExp(name) })).toBeVisible();
  await ada.page.getByRole("button", { name: "Large", exact: true }).click();
  await ada.page.getByRole("button", { name: `Compare with ${name}` }).click();
  await expect(plan.getByRole("columnheader", { name: "Compared with" })).toBeVisible();
  await ada.context.close();
});
