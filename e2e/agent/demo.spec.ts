import { expect, test } from "@playwright/test";
import { topology } from "../support/topology";

const soon = { timeout: 20_000 };

test("the first ten seconds: a face, Jonas's answer and another count, without a reload", async ({
  browser,
}) => {
  const { webs } = await topology();
  const context = await browser.newContext({ baseURL: webs[0] ?? "" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByText("Demo data")).toBeVisible();
  await page.getByRole("button", { name: "Mia, agent" }).click();
  await expect(page).toHaveURL(/\/tickets\/\d+/);
  const loads: string[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads.push(request.url());
  });

  const thread = page.getByRole("list", { name: "Messages" });
  await expect(thread.getByText("Internal note").first()).toBeVisible();
  const fromJonas = thread.getByRole("article", { name: /Jonas Brandt/ });
  const answersBefore = await fromJonas.count();
  const unassigned = page.getByRole("link", { name: /^Unassigned/ });
  const countBefore = await unassigned.textContent();
  await expect(page.getByRole("list", { name: "Also here" }).getByText("Sverre")).toBeAttached(
    soon,
  );
  await expect(fromJonas).toHaveCount(answersBefore + 1, soon);
  await expect(unassigned).not.toHaveText(countBefore ?? "", soon);
  expect(loads).toEqual([]);

  await expect(page.getByText("type: assign to me")).toBeVisible();
  await page.getByRole("button", { name: "Got it" }).click();
  await expect(page.getByText("type: assign to me")).toHaveCount(0);
  await page.getByRole("button", { name: "Stop the demo activity" }).click();
  await expect(page.getByRole("button", { name: "Stop the demo activity" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.getByText("type: assign to me")).toHaveCount(0);
  await context.close();
});
