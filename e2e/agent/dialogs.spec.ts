import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import * as z from "zod";
import { signedIn, type Visitor } from "../support/people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const phone = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };
const soon = { timeout: 60_000 };
const answer = z.object({
  result: z.object({ data: z.object({ number: z.number(), ticketId: z.string() }) }),
});

/** What is open is accessible, and nothing of it is cut or scrolls sideways. */
async function looksRight(page: Page, name: string, part: Locator): Promise<void> {
  await expect(part).toBeVisible(soon);
  const found = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(found.violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const spills = await part.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const page_ = document.documentElement;
    const isOut = box.left < -1 || box.right > page_.clientWidth + 1 || box.top < -1;
    return isOut || element.scrollWidth > element.clientWidth + 1;
  });
  expect(spills, `${name} is cut or scrolls sideways`).toBe(false);
}

/** Two tickets of one customer, the first with two messages. */
async function twoTickets({ context, url }: Visitor, name: string): Promise<number> {
  const call = async (path: string, data: Record<string, unknown>) => {
    const said = await context.request.post(`/api/trpc/${path}`, {
      data: { commandId: randomUUID(), ...data },
      headers: { origin: url },
    });
    expect(said.status()).toBe(200);
    return said;
  };
  await call("tickets.create", { subject: `${name} two`, body: "The hinge squeaks." });
  const asked = await call("tickets.create", { subject: `${name} one`, body: "The vent jams." });
  const { number, ticketId } = answer.parse(await asked.json()).result.data;
  await call("tickets.reply", { ticketId, body: "And the hinge squeaks." });
  return number;
}

async function sendsPicture(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Note" }).click();
  const rich = page.locator("#composer[contenteditable=true]");
  await expect(rich).toBeVisible(soon);
  await rich.click();
  await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 400;
    const paint = canvas.getContext("2d");
    if (paint !== null) {
      paint.fillStyle = "#20703a";
      paint.fillRect(80, 60, 480, 280);
    }
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob ?? ""], "vent.png", { type: "image/png" }));
    document
      .getElementById("composer")
      ?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
  });
  await expect(rich.getByRole("img", { name: "vent.png" })).toBeVisible(soon);
  await page.keyboard.type("Like this.");
  await page.keyboard.press("Control+Enter");
}

test("every dialog of an agent's day is accessible and fits", async ({ browser }) => {
  const name = `Dialogs ${randomUUID().slice(0, 8)}`;
  const jonas = await signedIn(browser, "jonas");
  const number = await twoTickets(jonas, name);
  await jonas.context.close();
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const { page } = mia;
  await page.emulateMedia({ reducedMotion: "reduce" });
  const dialog = page.getByRole("dialog");
  const closes = async () => {
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  };
  const fromMenu = async (item: RegExp) => {
    const entry = page.getByRole("menuitem", { name: item });
    // Right after a page has come, what opens first may be replaced under the pointer.
    await expect(async () => {
      if ((await entry.count()) === 0)
        await page.getByRole("button", { name: "More", exact: true }).click({ timeout: 2_000 });
      await entry.click({ timeout: 2_000 });
      await expect(dialog).toBeVisible({ timeout: 10_000 });
    }).toPass(soon);
  };
  await page.goto(`/tickets/${number}?view=open`);
  await expect(page.getByRole("article").filter({ hasText: "And the hinge" })).toBeVisible(soon);

  await fromMenu(/^Split/);
  await looksRight(page, "split", dialog);
  await closes();

  await fromMenu(/^Link #/);
  await dialog.getByRole("searchbox").fill(`${name} two`);
  await dialog.getByRole("radio", { name: new RegExp(`${name} two`) }).check();
  await looksRight(page, "link", dialog);
  await closes();

  await fromMenu(/^Merge/);
  await dialog.getByRole("searchbox").fill(`${name} two`);
  await dialog
    .getByRole("radio", { name: new RegExp(`${name} two`) })
    .first()
    .check();
  await expect(dialog.getByText(/closes and leads to/)).toBeVisible();
  await looksRight(page, "merge", dialog);
  await closes();

  await fromMenu(/^Change the requester/);
  await dialog.getByRole("searchbox").fill("ann");
  await expect(dialog.getByRole("group", { name: "Found" })).toBeVisible(soon);
  await looksRight(page, "requester", dialog);
  await closes();

  await fromMenu(/^Snooze/);
  await looksRight(page, "snooze", dialog);
  await closes();

  await fromMenu(/^Remove words/);
  await looksRight(page, "redact", dialog);
  await closes();
  // Who uses the keyboard goes on where they were.
  await expect(page.getByRole("button", { name: "More", exact: true })).toBeFocused();

  const box = page.getByRole("tabpanel", { name: "Reply" }).getByRole("textbox");
  await box.fill("Try the handle.");
  await page.getByRole("button", { name: "Send as" }).click();
  await looksRight(page, "send as", page.getByRole("menu"));
  await page.getByRole("menuitem", { name: "Send later" }).click();
  await looksRight(page, "send later", dialog);
  await closes();
  await box.fill("");

  await sendsPicture(page);
  await page.getByRole("button", { name: "Look at vent.png" }).click(soon);
  await expect(dialog.getByRole("img", { name: "vent.png" })).toBeVisible();
  await looksRight(page, "lightbox", dialog);
  await closes();

  await page.goto(`/tickets?view=open&sort=turn&q=${encodeURIComponent(`subject:"${name}"`)}`);
  const grid = page.getByRole("grid");
  await expect(grid.getByRole("rowheader", { name: "First reply due" })).toBeVisible(soon);
  await looksRight(page, "groups", grid);
  await expect(async () => {
    await page.keyboard.press("c");
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass(soon);
  await dialog.getByRole("searchbox", { name: "Requester" }).fill("new.person@example.com");
  await dialog.getByRole("radio", { name: /^New customer/ }).check();
  await dialog.getByRole("textbox", { name: "Subject" }).fill(`${name} one`);
  await looksRight(page, "new ticket", dialog);
  await closes();

  await page.getByRole("button", { name: "Select tickets" }).click();
  await grid.getByRole("checkbox").first().check();
  await grid.getByRole("checkbox").nth(1).check();
  const bar = page.getByRole("region", { name: "Selected tickets" });
  for (const what of ["Tags", "Macro", "Snooze", "Merge"]) {
    await bar.getByRole("button", { name: what }).click();
    await looksRight(page, `bulk ${what}`, dialog);
    await closes();
  }
  await mia.context.close();

  // Right after a page has come, where nothing moves: what was chosen opens, and its menu is gone.
  const pocket = await signedIn(browser, "mia", { viewport: phone, dark: true });
  await pocket.page.emulateMedia({ reducedMotion: "reduce" });
  await pocket.page.goto(`/tickets/${number}?view=open`);
  await pocket.page.getByRole("button", { name: "More", exact: true }).click();
  await pocket.page.getByRole("menuitem", { name: /^Split/ }).click();
  await looksRight(pocket.page, "split on a phone", pocket.page.getByRole("dialog"));
  await expect(pocket.page.getByRole("menu")).toHaveCount(0);
  await pocket.context.close();
});
