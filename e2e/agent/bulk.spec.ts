import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { accounts, signedIn } from "../support/people";
import { inDatabase } from "../support/topology";

const mended = { timeout: 60_000 };
/** More than a page, so that it is a job. */
const count = 60;

test("all that match are chosen by keyboard, assigned by a job, and given back", async ({
  browser,
}) => {
  const tag = `bulk${randomUUID().slice(0, 8)}`;
  await inDatabase(
    `insert into tickets (id, subject, requester_id, status, channel, tags, first_message_at,
       last_message_at, created_at, updated_at)
     select gen_random_uuid(), 'Bulk ' || place, (select id from users where email = $1), 'open',
       'web', array[$2], now(), now(), now(), now() from generate_series(1, $3::int) place`,
    [accounts.jonas, tag, count],
  );
  const viewport = { width: 1440, height: 900 };
  const mia = await signedIn(browser, "mia", { viewport });
  const { page } = mia;
  await page.goto(`/tickets?view=open&q=${encodeURIComponent(`tag:${tag}`)}`);
  const list = page.getByRole("grid");
  const row = list.getByRole("row").first();
  await expect(row).toBeVisible(mended);
  await row.focus();
  const bar = page.getByRole("region", { name: "Selected tickets" });
  // The keys come with the page's scripts.
  await expect(async () => {
    await row.focus();
    await page.keyboard.press("Control+A");
    await expect(bar).toBeVisible({ timeout: 2_000 });
  }).toPass(mended);
  await bar.getByRole("button", { name: `Select all ${count} that match` }).click(mended);
  await expect(bar.getByText(`${count} selected`)).toBeVisible();
  await bar.getByRole("button", { name: "Assign" }).click();
  await page.getByRole("option", { name: "Me", exact: true }).click();

  const card = page.getByRole("region", { name: /^Assign to Mia/ });
  await expect(card.getByText(`${count} done`)).toBeVisible(mended);
  await card.getByRole("button", { name: "Undo" }).click();
  const undone = page.getByRole("region", { name: /^Undo: Assign to Mia/ });
  await expect(undone.getByText(`${count} done`)).toBeVisible(mended);
  await mia.context.close();
});

test("a changed list is kept as a view, found by its name, and deleted", async ({ browser }) => {
  const mia = await signedIn(browser, "mia", { viewport: { width: 1440, height: 900 } });
  const { page } = mia;
  const name = `Vents ${randomUUID().slice(0, 8)}`;
  await page.goto("/tickets?view=open&q=status%3Aresolved");
  await expect(page.getByText("unsaved")).toBeVisible(mended);
  const opener = page.getByRole("button", { name: "Save or arrange" });
  await expect(async () => {
    await opener.click();
    await page.getByRole("menuitem", { name: "Save as a new view" }).click({ timeout: 2_000 });
  }).toPass(mended);
  const dialog = page.getByRole("dialog", { name: "Save as a new view" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save view" }).click();
  const place = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name });
  await expect(place).toBeVisible(mended);
  await expect(page.getByText("unsaved")).toBeHidden();
  await opener.click();
  await page.getByRole("menuitem", { name: `Delete “${name}”` }).click();
  await expect(place).toBeHidden(mended);
  await mia.context.close();
});
