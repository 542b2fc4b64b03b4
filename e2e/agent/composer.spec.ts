import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import * as z from "zod";
import { letGo } from "../support/held";
import { signedIn, type Visitor } from "../support/people";
import { inDatabase } from "../support/topology";

/** A state is waited for, never a time. */
const soon = { timeout: 60_000 };

let mia: Visitor;
let jonas: Visitor;
let number = 0;

test.beforeEach(async ({ browser }) => {
  mia = await signedIn(browser, "mia");
  jonas = await signedIn(browser, "jonas", { web: 1 });
  const asked = await jonas.context.request.post("/api/trpc/tickets.create", {
    data: { commandId: randomUUID(), subject: `The vent ${randomUUID()}`, body: "It jams." },
    headers: { origin: jonas.url },
  });
  const answer = z.object({ result: z.object({ data: z.object({ number: z.number() }) }) });
  number = answer.parse(await asked.json()).result.data.number;
  await opens(mia.page);
});
test.afterEach(async () => {
  await mia.context.close();
  await jonas.context.close();
});

const thread = (page: Page) => page.getByRole("list", { name: /^(Messages|Conversation)$/ });
const field = (page: Page, kind: "Reply" | "Note") =>
  page.getByRole("tabpanel", { name: kind }).getByRole("textbox");
/** The rich text has taken over from the plain field. */
const rich = (page: Page) => page.locator("#composer[contenteditable=true]");

async function opens(page: Page): Promise<void> {
  await page.goto(`/tickets/${number}?view=open`);
  await expect(thread(page).getByText("It jams.")).toBeVisible();
  await expect(rich(page)).toBeVisible(soon);
}

test("what one writes is there on another device, and follows what one writes on there", async ({
  browser,
}) => {
  await field(mia.page, "Reply").fill("Try the handle");
  await expect(mia.page.getByText(/^Saved /)).toBeVisible(soon);
  const phone = await signedIn(browser, "mia", { web: 1, viewport: { width: 390, height: 844 } });
  await opens(phone.page);
  await expect(field(phone.page, "Reply")).toContainText("Try the handle");
  await field(phone.page, "Reply").click();
  await phone.page.keyboard.press("Control+End");
  await phone.page.keyboard.type(" twice");
  await expect(field(mia.page, "Reply")).toContainText("Try the handle twice", soon);
  await phone.page.keyboard.press("Control+Enter");
  await expect(field(mia.page, "Reply")).toHaveText("", soon);
  await phone.context.close();
});

test("a reply for later waits in the conversation and can be taken back", async () => {
  const { page } = mia;
  await field(page, "Reply").fill("Good morning.");
  await page.keyboard.press("Control+Shift+Enter");
  await page.getByRole("menuitem", { name: "Send later" }).click();
  await page.getByRole("button", { name: /^Tomorrow morning/ }).click();
  await expect(thread(page).getByText(/Only you see it until then/)).toBeVisible(soon);
  await jonas.page.goto(`/portal/requests/${number}`);
  await expect(jonas.page.getByText("It jams.").first()).toBeVisible();
  await expect(jonas.page.getByText("Good morning.")).toHaveCount(0);
  await thread(page).getByRole("button", { name: "Take it back" }).click();
  await expect(field(page, "Reply")).toContainText("Good morning.", soon);
  await expect(thread(page).getByText(/Only you see it until then/)).toHaveCount(0);
});

test("a picture that is pasted stands in the text, and in what the customer reads", async () => {
  const { page } = mia;
  await rich(page).click();
  await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 40;
    canvas.height = 20;
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob ?? ""], "vent.png", { type: "image/png" }));
    document
      .getElementById("composer")
      ?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
  });
  await expect(rich(page).getByRole("img", { name: "vent.png" })).toBeVisible(soon);
  await page.keyboard.type("Like this.");
  await page.keyboard.press("Control+Enter");
  await letGo(number);
  await jonas.page.goto(`/portal/requests/${number}`);
  const picture = jonas.page.getByRole("img", { name: "vent.png" });
  await expect(picture).toBeVisible({ timeout: 60_000 });
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
});

test("a colleague who is called in a note is told, in a reply the sending stops", async () => {
  const { page } = mia;
  await page.getByRole("tab", { name: "Note" }).click();
  await rich(page).click();
  await page.keyboard.type("Can you look, @");
  const list = page.getByRole("listbox", { name: "Insert" });
  const name = (await list.getByRole("option").first().textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(rich(page)).toContainText(`@${name}`);
  await page.keyboard.press("Control+Enter");
  await expect(thread(page).getByText(`@${name}`)).toBeVisible(soon);
  const told = await inDatabase(
    "select jsonb_array_length(payload -> 'personIds') as people from outbox join tickets on tickets.id = ticket_id where name = 'conversations.mentioned' and number = $1",
    [number],
  );
  expect(told).toEqual([{ people: 1 }]);
  await page.getByRole("tab", { name: "Reply" }).click();
  await field(page, "Reply").fill(`Ask @${name}`);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Make it a note" }).click();
  await expect(field(page, "Note")).toContainText(`Ask @${name}`);
});
