import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import * as z from "zod";
import { letGo } from "../support/held";
import { signedIn, type Visitor } from "../support/people";
import { inDatabase } from "../support/topology";

let mia: Visitor;
let jonas: Visitor;
test.beforeEach(async ({ browser }) => {
  // Wide enough for the context beside the conversation.
  mia = await signedIn(browser, "mia", { viewport: { width: 1440, height: 900 } });
  jonas = await signedIn(browser, "jonas");
});
test.afterEach(async () => {
  await mia.context.close();
  await jonas.context.close();
});

const mended = { timeout: 20_000 };
const answer = z.object({ result: z.object({ data: z.object({ number: z.number() }) }) });

/** Jonas asks through the API; the browser is for what the test is about. */
async function asks(subject: string): Promise<number> {
  const said = await jonas.context.request.post("/api/trpc/tickets.create", {
    data: { commandId: randomUUID(), subject, body: `${subject}, at noon.` },
    headers: { origin: jonas.url },
  });
  return answer.parse(await said.json()).result.data.number;
}

const thread = (page: Page) => page.getByRole("list", { name: "Messages" });

async function opens(page: Page, number: number): Promise<void> {
  await page.goto(`/tickets/${number}?view=open`);
  await expect(thread(page).getByRole("article").first()).toBeVisible(mended);
  await expect(page.getByRole("button", { name: "More", exact: true })).toBeEnabled();
  await page.getByRole("heading", { level: 1, name: new RegExp(`#${number}`) }).focus();
}

test("two tickets are merged by keyboard, the customer follows, and it is taken back", async () => {
  const { page } = mia;
  const name = `Merge ${randomUUID().slice(0, 8)}`;
  const target = await asks(`${name} one`);
  const source = await asks(`${name} two`);
  await opens(page, source);
  await page.keyboard.press("Shift+M");
  const dialog = page.getByRole("dialog", { name: "Merge" });
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(String(target));
  const found = dialog.getByRole("radio", { name: new RegExp(`#${target}`) });
  await found.first().press("Space");
  await expect(dialog.getByText(`#${source} closes and leads to #${target}`)).toBeVisible();
  await dialog.getByRole("button", { name: `Merge #${source} into #${target}` }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/tickets/${target}`), mended);
  await expect(thread(page).getByText(`${name} two, at noon.`)).toBeVisible(mended);

  await jonas.page.goto(`/portal/requests/${source}`);
  await expect(jonas.page).toHaveURL(new RegExp(`/portal/requests/${target}$`));
  await expect(jonas.page.getByText(`${name} two, at noon.`)).toBeVisible();

  await page.goto(`/tickets/${source}?view=open`);
  await expect(page).toHaveURL(new RegExp(`/tickets/${target}`), mended);
  await page.getByRole("button", { name: `Take #${source} back` }).click();
  await expect(thread(page).getByText(`${name} two, at noon.`)).toHaveCount(0, mended);
  await expect(jonas.page.getByText(`${name} two, at noon.`)).toHaveCount(0, mended);
  await opens(page, source);
  await expect(thread(page).getByText(`${name} two, at noon.`)).toBeVisible(mended);
});

test("a message is split off by keyboard, and both tickets lead to each other", async () => {
  const { page } = mia;
  const name = `Split ${randomUUID().slice(0, 8)}`;
  const number = await asks(name);
  const [ticket] = await inDatabase("select id from tickets where number = $1", [number]);
  const ticketId = z.object({ id: z.string() }).parse(ticket).id;
  const said = await jonas.context.request.post("/api/trpc/tickets.reply", {
    data: { commandId: randomUUID(), ticketId, body: "And the hinge squeaks." },
    headers: { origin: jonas.url },
  });
  expect(said.status()).toBe(200);
  await opens(page, number);
  await expect(thread(page).getByText("And the hinge squeaks.")).toBeVisible(mended);
  await page.keyboard.press("Shift+S");
  const dialog = page.getByRole("dialog", { name: "Split into a new ticket" });
  await expect(dialog.getByRole("textbox", { name: "Subject" })).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(`${name} hinge`);
  await dialog.getByRole("button", { name: "Split 1 message" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `${name} hinge` })).toBeVisible(mended);
  await expect(thread(page).getByText("And the hinge squeaks.")).toBeVisible(mended);
  await page.getByRole("link", { name: new RegExp(`Split from #${number}`) }).click();
  await expect(page.getByRole("link", { name: /Split off/ })).toBeVisible(mended);
  await expect(thread(page).getByText("And the hinge squeaks.")).toHaveCount(0);
});

test("a ticket is snoozed by a typed time and comes back by the customer's reply", async () => {
  const { page } = mia;
  const number = await asks(`Snooze ${randomUUID().slice(0, 8)}`);
  await opens(page, number);
  await page.keyboard.press("h");
  const dialog = page.getByRole("dialog", { name: "Snooze until" });
  await expect(dialog.getByRole("textbox", { name: "A time" })).toBeFocused();
  await page.keyboard.type("fri 9");
  await expect(dialog.getByRole("status")).toContainText("Friday");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`#${number} snoozed`)).toBeVisible(mended);
  await page.goto(`/tickets/${number}?view=snoozed`);
  const row = page.getByRole("row").filter({ hasText: "Snooze" });
  await expect(row.getByRole("img", { name: /snoozed/ }).first()).toBeVisible(mended);
  await jonas.page.goto(`/portal/requests/${number}`);
  await jonas.page.getByRole("textbox", { name: /answer/i }).fill("Any news?");
  await jonas.page.getByRole("button", { name: /^Send/ }).click();
  await letGo(number);
  await expect
    .poll(async () => inDatabase("select snoozed_until from tickets where number = $1", [number]), {
      timeout: 40_000,
    })
    .toEqual([{ snoozed_until: null }]);
});
