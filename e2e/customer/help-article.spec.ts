import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, phone } from "../support/looks";
import { signedIn, type Visitor } from "../support/people";
import { topology } from "../support/topology";

/** Writes it, on a desktop. */
let mia: Visitor;
/** Approves it and writes on, on a phone. */
let ada: Visitor;
/** One on a phone without scripts, one on a desktop. */
let readers: Page[] = [];
/** Another web process than the one at which it is written. */
let site = "";
const mark = `${process.pid}`;
const wide = { width: 1440, height: 900 };
const title = `Drain the tank ${mark}`;
const address = `/portal/help/en/first-steps/drain-the-tank-${mark}`;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  mia = await signedIn(browser, "mia", { viewport: wide });
  ada = await signedIn(browser, "ada", { viewport: phone });
  site = (await topology()).webs.at(-1) ?? "";
  // Nobody is signed in, and on the phone no script runs: an article is whole without any.
  for (const options of [{ viewport: phone, javaScriptEnabled: false }, { viewport: wide }]) {
    const context = await browser.newContext({ baseURL: site, ...options });
    readers.push(await context.newPage());
  }
});
test.afterAll(async () => {
  for (const { context } of [mia, ada]) await context.close();
  for (const reader of readers) await reader.context().close();
  readers = [];
});

/** A state is waited for, never a time: events come when they come. */
const soon = { timeout: 60_000 };

const editor = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });

async function readersSee(text: string | null): Promise<void> {
  for (const reader of readers)
    await expect(async () => {
      const answer = await reader.goto(address);
      expect(answer?.status()).toBe(text === null ? 404 : 200);
      if (text === null) return;
      // It may still be the page that was there before: look again soon.
      await expect(reader.locator("article")).toContainText(text, { timeout: 1_000 });
    }).toPass(soon);
}

async function publishes(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.getByText("Published", { exact: true }).first()).toBeVisible(soon);
}

async function chooses(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

test("a draft is nobody's but the team's", async () => {
  const { page } = mia;
  await page.goto("/knowledge/new");
  await expect(async () => {
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Category").selectOption({ label: "First steps" });
    await page.getByRole("button", { name: "Begin to write" }).click();
    await expect(editor(page)).toBeVisible({ timeout: 5_000 });
  }).toPass(soon);
  await editor(page).fill("Open the blue valve.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
    soon,
  );
  await readersSee(null);
});

test("its writer asks for review, and another approves it", async () => {
  const { page } = mia;
  await chooses(page, "Ask for review");
  await expect(page.getByText("In review", { exact: true }).first()).toBeVisible(soon);
  await expect(page.getByRole("button", { name: "Approve and publish" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await readersSee(null);
  await ada.page.goto(new URL(page.url()).pathname);
  await expect(editor(ada.page)).toContainText("Open the blue valve.", soon);
});

test("published, it is there at once, at every server, for phones without a script", async () => {
  await publishes(ada.page, "Approve and publish");
  await readersSee("Open the blue valve.");
  for (const reader of readers)
    await expect(reader.locator('link[rel="canonical"]')).toHaveAttribute("href", /drain-the-tank/);
});

test("what is written on is shown when it is published, and the page changes at once", async () => {
  const { page } = ada;
  await editor(page).fill("Open the red valve.");
  await publishes(page, "Publish changes");
  await readersSee("Open the red valve.");
});

test("what changed is said word by word, and the earlier text comes back for readers too", async () => {
  const { page } = ada;
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByRole("button", { name: "What changed in version 3" }).click();
  await expect(page.locator("del")).toHaveText("blue", soon);
  await expect(page.locator("ins")).toHaveText("red");
  await page.getByRole("button", { name: "Go back to version 2" }).click();
  await expect(page.getByText(/, back to version 2/)).toBeVisible(soon);
  await readersSee("Open the blue valve.");
});

test("readers find it, mistyped too, and say whether it helped", async () => {
  for (const reader of readers) {
    await reader.goto("/portal/help/en");
    await reader.getByRole("searchbox").fill(`darin tank ${mark}`);
    await reader.getByRole("button", { name: "Search" }).click();
    await reader.getByRole("link", { name: title }).click();
    await expect(reader.getByRole("heading", { name: title })).toBeVisible();
    await reader.getByRole("button", { name: "No", exact: true }).click();
    await reader.getByLabel("What was missing?").fill("Which valve is blue?");
    await reader.getByRole("button", { name: "Send", exact: true }).click();
    await expect(reader.getByText("We read it when we write on.")).toBeVisible();
  }
});

test("it is fit for everybody, on the page and in the editor", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: site });
  const page = await context.newPage();
  for (const path of ["/portal/help/en", address]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await context.close();
  await ada.page.getByRole("tab", { name: "Write" }).click();
  await expect(editor(ada.page)).toBeVisible(soon);
  await expectAccessible(ada.page);
});

test("archived, it is gone for readers", async () => {
  await chooses(ada.page, "Archive");
  await readersSee(null);
});
