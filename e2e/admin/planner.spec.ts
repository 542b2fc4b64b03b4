import { expect, test } from "@playwright/test";
import { signedIn } from "../support/people";

test("an admin plans for a large installation and gets the founders' servers and bill", async ({
  browser,
}) => {
  const ada = await signedIn(browser, "ada");
  await ada.page.goto("/admin/planner");
  const plan = ada.page.getByRole("region", { name: /What the plan needs/ });
  const large = ada.page.getByRole("button", { name: "Large", exact: true });
  // The button does nothing before the page is awake.
  await expect(async () => {
    await large.click();
    await expect(ada.page).toHaveURL(/users=100000/, { timeout: 1_000 });
  }).toPass();
  await expect(
    ada.page.getByRole("status").filter({ hasText: /Large: about \$1,500 a month/ }),
  ).toBeVisible();
  await expect(plan.getByRole("row", { name: /API servers/ })).toContainText("4 x 4 CPU, 4 GB");
  await expect(plan.getByRole("row", { name: /Workers/ })).toContainText("4 x 2 CPU, 2 GB");

  await ada.page.getByLabel("Growth a month").fill("10");
  await expect(ada.page.getByText(/break first, in \w+ 20\d\d/).first()).toBeVisible();

  // Whoever opens the address has the same plan.
  await ada.page.reload();
  await expect(
    ada.page.getByRole("status").filter({ hasText: /Large: about \$1,500 a month/ }),
  ).toBeVisible();
  await expect(ada.page.getByLabel("Growth a month")).toHaveValue("10");

  await ada.page.getByLabel("Monthly active users").fill("NaN");
  await expect(ada.page.getByRole("status").filter({ hasText: "is not a number" })).toBeVisible();
  await ada.context.close();
});
