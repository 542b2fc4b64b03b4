import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anEmptyStart, type OwnStack } from "../support/own-stack";

let own: OwnStack;
const contexts: BrowserContext[] = [];
test.beforeAll(async () => {
  test.setTimeout(180_000);
  own = await anEmptyStart();
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await own.stop();
});

const password = "a vent that never jams";

/** The link of the newest mail to somebody, as the admin's mailbox shows it. */
async function linkFor(admin: Page, address: string): Promise<string> {
  const mail = admin.getByRole("link").filter({ hasText: address }).first();
  await expect(async () => {
    await admin.goto("/admin/mailbox");
    await expect(mail).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await mail.click();
  await expect(admin).toHaveURL(/\/admin\/mailbox\/.+/);
  const found = /https?:\/\/\S+token=[\w-]+/.exec(
    (await admin.locator("body").textContent()) ?? "",
  );
  return found?.[0] ?? "";
}

test("from an empty start outside demo mode to an invited agent who answers a ticket", async ({
  browser,
}) => {
  const someone = async () => {
    const context = await browser.newContext({ baseURL: new URL(own.setupLink).origin });
    contexts.push(context);
    return context.newPage();
  };
  const admin = await someone();
  await admin.goto("/sign-in");
  await expect(admin.getByRole("button", { name: /Mia|Jonas|Ada/ })).toHaveCount(0);
  await expect(admin.getByText("Demo data")).toHaveCount(0);

  await admin.goto(own.setupLink);
  await admin.getByLabel("Name").fill("Berit Admin");
  await admin.getByLabel("E-mail").fill("berit@first.example");
  await admin.getByLabel("Password", { exact: true }).fill(password);
  await admin.getByRole("button", { name: "Make the first admin" }).click();
  await expect(admin).toHaveURL(/\/admin$/);
  await admin.goto(own.setupLink);
  await expect(admin.getByRole("heading", { name: "This link has expired" })).toBeVisible();

  await admin.goto("/admin/people");
  await expect(admin.getByText("0 agents and 1 admin work here.")).toBeVisible();
  await admin.getByRole("button", { name: "Invite someone" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill("nia@first.example");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(admin.getByText("1 invitation is open.")).toBeVisible();

  const invitation = await linkFor(admin, "nia@first.example");
  const nia = await someone();
  await nia.goto(invitation);
  await expect(nia.getByText("You will sign in as nia@first.example.")).toBeVisible();
  await nia.getByLabel("Name").fill("Nia Agent");
  await nia.getByLabel("Password", { exact: true }).fill(password);
  await nia.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(nia).toHaveURL(/\/tickets/);

  const kim = await someone();
  await kim.goto("/sign-up");
  await kim.getByLabel("Name").fill("Kim Customer");
  await kim.getByLabel("E-mail").fill("kim@first.example");
  await kim.getByLabel("Password", { exact: true }).fill(password);
  await kim.getByRole("button", { name: "Make an account" }).click();
  await expect(kim.getByText("We have sent a mail to kim@first.example.")).toBeVisible();
  await kim.goto(await linkFor(admin, "kim@first.example"));
  await kim.getByRole("button", { name: "Confirm this address" }).click();
  await kim.getByRole("link", { name: "Sign in" }).first().click();
  await kim.getByLabel("E-mail").fill("kim@first.example");
  await kim.getByLabel("Password", { exact: true }).fill(password);
  await kim.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(kim).toHaveURL(/\/portal/);
  await kim.goto("/portal/ask");
  await kim.getByRole("textbox", { name: "Subject" }).fill("The first question");
  await kim.getByRole("textbox", { name: "Details" }).fill("Does it work?");
  await kim.getByRole("button", { name: /^Send/ }).click();
  await expect(kim.getByText(/#\d{5}/).first()).toBeVisible();

  await nia.goto("/tickets?view=open");
  await nia.getByRole("row").filter({ hasText: "The first question" }).click();
  await expect(nia.getByText("Does it work?").first()).toBeVisible();
  await nia.getByRole("tab", { name: "Reply" }).click();
  await nia
    .getByRole("tabpanel", { name: "Reply" })
    .getByRole("textbox")
    .fill("It does, every day.");
  await nia.keyboard.press("Control+Enter");

  await kim.goto("/portal");
  await kim
    .getByRole("link", { name: /The first question/ })
    .first()
    .click();
  await expect(kim.getByText("It does, every day.").first()).toBeVisible({ timeout: 40_000 });

  await admin.goto("/admin/people");
  await admin.getByRole("link", { name: /Nia Agent/ }).click();
  await expect(admin.getByText("1 device")).toBeVisible();
  await admin.getByRole("button", { name: "Suspend Nia Agent" }).click();
  const sure = admin.getByRole("alertdialog");
  await sure.getByRole("button", { name: "Suspend Nia Agent" }).click();
  await expect(admin.getByText("Nia Agent is suspended: 1 session ended")).toBeVisible();
  await nia.goto("/tickets");
  await expect(nia).toHaveURL(/sign-in/);
});
