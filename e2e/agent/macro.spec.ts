import { expect, type Page, test } from "@playwright/test";
import { letGo } from "../support/held";
import { signedIn, type Visitor } from "../support/people";

let ada: Visitor;
let mia: Visitor;
let jonas: Visitor;
const mark = `${process.pid}`;
const macro = `Refund ${mark}`;
const tag = `refund-${mark}`;
const field = `Batch ${mark}`;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  ada = await signedIn(browser, "ada");
  mia = await signedIn(browser, "mia", { viewport: { width: 1440, height: 900 } });
  jonas = await signedIn(browser, "jonas");
});
test.afterAll(async () => {
  for (const { context } of [ada, mia, jonas]) await context.close();
});

/** A state is waited for, never a time: events come when they come. */
const soon = { timeout: 60_000 };

/** A button that opens something answers once the page is alive. */
async function opens(page: Page, button: string, dialog: string) {
  await expect(async () => {
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByRole("dialog", { name: dialog })).toBeVisible({ timeout: 2_000 });
  }).toPass(soon);
  return page.getByRole("dialog", { name: dialog });
}

test("an admin makes a custom field and a macro", async () => {
  const { page } = ada;
  await page.goto("/admin/fields");
  const fields = await opens(page, "New field", "New field");
  await fields.getByLabel("Name").fill(field);
  await fields.getByRole("button", { name: "Save field" }).click();
  await expect(page.getByRole("list", { name: "Custom fields" })).toContainText(field, soon);

  await page.goto("/admin/macros");
  const editor = await opens(page, "New macro", "New macro");
  await editor.getByLabel("Name").fill(macro);
  await editor.getByLabel("Status").selectOption("pending");
  await editor.getByLabel("Tags to add").fill(tag);
  await editor.getByLabel("Tags to add").press("Enter");
  await editor.getByLabel("Message", { exact: true }).selectOption("reply");
  await editor
    .getByLabel("Reply", { exact: true })
    .fill("Hello {{requester.firstName}}, {{ticket.number}} is refunded.");
  await editor.getByRole("button", { name: "Save macro" }).click();
  const row = page.getByRole("list", { name: "Macros" }).getByRole("listitem");
  await expect(row.filter({ hasText: macro })).toContainText(
    `set Pending, + ${tag}, a reply`,
    soon,
  );
});

let number = 0;

test("an agent applies it by keyboard, having read what it does and says", async () => {
  const asked = `The lid broke ${mark}`;
  await jonas.page.goto("/portal/ask");
  await jonas.page.getByRole("textbox", { name: "Subject" }).fill(asked);
  await jonas.page.getByRole("textbox", { name: "Details" }).fill("It is in two parts.");
  await jonas.page.getByRole("button", { name: /^Send/ }).click();
  const told = jonas.page.getByText(/#\d{5}/).first();
  await expect(told).toBeVisible(soon);
  number = Number(/#(\d{5})/.exec((await told.textContent()) ?? "")?.[1]);

  const { page } = mia;
  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole("list", { name: "Messages" })).toBeVisible(soon);
  const chooser = page.getByRole("dialog", { name: `Apply a macro to #${number}` });
  await expect(async () => {
    await page.keyboard.press("m");
    await expect(chooser).toBeVisible({ timeout: 2_000 });
  }).toPass(soon);
  await page.keyboard.type(macro);
  await expect(chooser.getByRole("list", { name: "Changes" })).toContainText(
    "Open to Pending",
    soon,
  );
  await expect(chooser.getByRole("list", { name: "Changes" })).toContainText(`+ ${tag}`);
  await expect(chooser.getByRole("textbox", { name: /^Reply to/ })).toHaveValue(
    `Hello Jonas, #${number} is refunded.`,
  );
  await page.keyboard.press("Enter");
  const send = chooser.getByRole("button", { name: /^Send to Jonas .*, set Pending$/ });
  await expect(send).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chooser).toHaveCount(0, soon);
  await expect(page.getByRole("button", { name: "Status: Pending" })).toBeVisible(soon);
  await expect(page.getByRole("region", { name: "Context" })).toContainText(tag, soon);
  await expect(page.getByRole("region", { name: "Context" })).toContainText(
    `by the macro “${macro}”`,
    soon,
  );
});

test("the customer reads the reply, and nothing of the tag", async () => {
  await letGo(number);
  await jonas.page.goto(`/portal/requests/${number}`);
  await expect(jonas.page.getByText(`Hello Jonas, #${number} is refunded.`)).toBeVisible(soon);
  await expect(jonas.page.getByText(tag)).toHaveCount(0);
});

test("an agent sets a custom field and a tag by keyboard", async () => {
  const { page } = mia;
  await page.goto(`/tickets/${number}`);
  const value = page.getByRole("button", { name: `${field}: none. Change` });
  await expect(value).toBeVisible(soon);
  await expect(async () => {
    await value.press("Enter");
    await expect(page.getByRole("form", { name: field }).getByRole("textbox")).toBeFocused({
      timeout: 2_000,
    });
  }).toPass(soon);
  await page.keyboard.type("B-17");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `${field}: B-17. Change` })).toBeFocused(soon);
  await page.keyboard.press("l");
  const tags = page.getByRole("dialog", { name: `Tags of #${number}` });
  await expect(tags).toBeVisible(soon);
  await expect(tags.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(`batch ${mark}`);
  await expect(tags.getByRole("option", { name: `New tag batch-${mark}` })).toBeVisible(soon);
  await page.keyboard.press("Enter");
  await expect(tags.getByRole("list", { name: "Tags of this ticket" })).toContainText(
    `batch-${mark}`,
  );
  await page.keyboard.press("Escape");
  await expect(tags).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Context" })).toContainText(`batch-${mark}`, soon);

  await page.goto(`/tickets?q=${encodeURIComponent(`field.batch_${mark}:B-17`)}`);
  await expect(page.getByRole("row", { name: new RegExp(`The lid broke ${mark}`) })).toBeVisible(
    soon,
  );
});

test("an admin sees where a tag is used before it is deleted, and then it is gone", async () => {
  const { page } = ada;
  await page.goto("/admin/tags");
  const remove = page.getByRole("alertdialog", { name: `Delete the tag ${tag}?` });
  await expect(async () => {
    await page.getByRole("button", { name: `Delete ${tag}` }).click();
    await expect(remove).toBeVisible({ timeout: 2_000 });
  }).toPass(soon);
  const used = remove.getByRole("list", { name: "Where it is used" });
  await expect(used).toContainText("1 ticket", soon);
  await expect(used).toContainText(`Macros: ${macro}`);
  await remove.getByRole("button", { name: `Delete ${tag}` }).click();
  await expect(page.getByRole("button", { name: `Delete ${tag}` })).toHaveCount(0, soon);

  await mia.page.goto(`/tickets/${number}`);
  await expect(mia.page.getByRole("region", { name: "Context" })).toContainText(
    `because the tag “${tag}” was renamed or taken away`,
    soon,
  );
  await mia.page.getByRole("grid").waitFor();
  const chooser = mia.page.getByRole("dialog", { name: `Apply a macro to #${number}` });
  await expect(async () => {
    await mia.page.keyboard.press("m");
    await expect(chooser).toBeVisible({ timeout: 2_000 });
  }).toPass(soon);
  await mia.page.keyboard.type(macro);
  await expect(chooser.getByText(`The tag ${tag} is gone`)).toBeVisible(soon);
});
