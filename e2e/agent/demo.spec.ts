import { expect, test } from "@playwright/test";
import * as z from "zod";
import { inDatabase, topology } from "../support/topology";

const soon = { timeout: 20_000 };
const countSchema = z.array(z.object({ tickets: z.number() })).length(1);

async function unassignedNow(): Promise<number> {
  const rows = await inDatabase(`
    select count(*)::int as tickets from tickets
    where assignee_id is null and status = 'open' and not synthetic`);
  return countSchema.parse(rows)[0]?.tickets ?? 0;
}

test("the first ten seconds: a face, Jonas's answer and another count, without a reload", async ({
  browser,
}) => {
  const { webs } = await topology();
  const context = await browser.newContext({ baseURL: webs[0] ?? "" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByText("Demo data")).toBeVisible();
  const before = await unassignedNow();
  await page.getByRole("button", { name: "Mia, agent" }).click();
  await expect(page).toHaveURL(/\/tickets\/\d+/);
  const loads: string[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads.push(request.url());
  });

  const thread = page.getByRole("list", { name: "Messages" });
  await expect(thread.getByText("Internal note").first()).toBeVisible();
  await expect(page.getByRole("img", { name: "Sverre Lien is viewing" })).toBeVisible(soon);
  await expect(thread.getByRole("article", { name: /Jonas Brandt/ }).last()).toContainText(
    "It worked. All six came down",
    soon,
  );
  const unassigned = page.getByRole("link", { name: /^Unassigned/ });
  await expect(unassigned).toHaveAccessibleName(new RegExp(`\\b${before - 1} tickets`), soon);
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
