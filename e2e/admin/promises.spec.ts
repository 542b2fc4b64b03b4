import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/looks";
import { signedIn, type Visitor } from "../support/people";

let ada: Visitor;
test.beforeEach(async ({ browser }) => {
  ada = await signedIn(browser, "ada");
});
test.afterEach(() => ada.context.close());

test("an admin makes a policy after looking at the last 30 days, moves it and removes it", async () => {
  const { page } = ada;
  const name = `Chat ${process.pid}`;
  await page.goto("/admin/sla");
  const list = page.getByRole("list", { name: "Policies in their order" });
  await expect(list.getByRole("listitem")).not.toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "New policy" }).click();
  const editor = page.getByRole("dialog", { name: "New policy" });
  await editor.getByLabel("Name").fill(name);
  await editor.getByLabel("Which tickets").fill("status:open status:closed");
  await editor.getByLabel("First response, Medium").fill("4 h");
  await editor.getByRole("button", { name: "Save policy" }).click();
  await expect(editor.getByRole("alert")).toContainText("Nothing can match this");
  await expectAccessible(page);
  await editor.getByLabel("Which tickets").fill("channel:chat");
  await editor.getByRole("button", { name: "Replay the last 30 days" }).click();
  await expect(editor.getByText(/Would have met [\d.]+\s?%/)).toBeVisible({ timeout: 60_000 });
  await editor.getByRole("button", { name: "Save policy" }).click();
  await expect(editor).toHaveCount(0);
  const item = list.getByRole("listitem").filter({ hasText: name });
  await expect(item).toContainText("Never asked");
  await item.getByRole("button", { name: `Move ${name} up` }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(item).not.toContainText("Never asked");
  await expect(page.getByText(/tickets were looked at; \d+ moved|Reading open clocks/)).toBeVisible(
    {
      timeout: 60_000,
    },
  );
  await item.getByRole("button", { name: `Edit ${name}` }).click();
  const again = page.getByRole("dialog", { name: `Policy ${name}` });
  await expect(again.getByLabel("First response, Medium")).toHaveValue("4 h");
  await again.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove the policy" }).click();
  await expect(item).toHaveCount(0);
});

test("an admin makes a calendar with a break and sees when a question is due", async () => {
  const { page } = ada;
  const name = `Kathmandu ${process.pid}`;
  await page.goto("/admin/calendars");
  await page.getByRole("button", { name: "New calendar" }).click();
  const editor = page.getByRole("dialog", { name: "New calendar" });
  await editor.getByLabel("Name").fill(name);
  await editor.getByLabel("Time zone").fill("Asia/Kathmandu");
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
    await editor.getByLabel(day).fill("");
  await editor.getByRole("button", { name: "Save calendar" }).click();
  await expect(editor.getByRole("alert")).toContainText("no open hour");
  await editor.getByLabel("Monday").fill("9-12, 13-17");
  await editor.getByLabel("Asked").fill("2026-03-02T11:00");
  await editor.getByLabel("Target").fill("2 h");
  await expect(editor.getByText(/It is due Monday,? 2 March 2026 at 14:00/)).toBeVisible();
  await expectAccessible(page);
  await editor.getByRole("button", { name: "Save calendar" }).click();
  await expect(editor).toHaveCount(0);
  const item = page.getByRole("listitem").filter({ hasText: name });
  await expect(item).toContainText("09:00-12:00, 13:00-17:00");
  await item.getByRole("button", { name: `Edit ${name}` }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove the calendar" }).click();
  await expect(item).toHaveCount(0);
});
