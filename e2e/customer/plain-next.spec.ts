import { expect, test } from "@playwright/test";
import { accounts, demoPassword } from "../support/people";
import { plainNext } from "../support/topology";

test("Next alone serves the product: pages, calls, and files up and down", async ({ browser }) => {
  const url = await plainNext();
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(accounts.jonas);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/portal/);

  await page.goto("/portal/ask");
  await page.getByRole("textbox", { name: "Subject" }).fill(`By Next alone ${process.pid}`);
  await page.getByRole("textbox", { name: "Details" }).fill("With a file.");
  const content = `It jams at 12:00. ${"x".repeat(200_000)}`;
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "vent.txt", mimeType: "text/plain", buffer: Buffer.from(content) });
  await expect(page.getByText("vent.txt")).toBeVisible();
  await page.getByRole("button", { name: /^Send/ }).click();
  await page.getByRole("link", { name: /^Open #\d+/ }).click();
  const file = page.getByRole("link", { name: /vent\.txt/ });
  await expect(file).toBeVisible();

  const link = await file.getAttribute("href");
  const whole = await context.request.get(link ?? "");
  expect(whole.status()).toBe(200);
  expect(await whole.text()).toBe(content);
  const part = await context.request.get(link ?? "", { headers: { range: "bytes=0-16" } });
  expect(part.status()).toBe(206);
  expect(await part.text()).toBe(content.slice(0, 17));
  await context.close();
});
