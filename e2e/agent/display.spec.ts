import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { accounts, signedIn } from "../support/people";
import { inDatabase } from "../support/topology";

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const soon = { timeout: 60_000 };
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Three open tickets under a tag of their own, urgent, high and low; where their list is. */
async function threeTickets(): Promise<string> {
  const tag = `disp${randomUUID().slice(0, 8)}`;
  await inDatabase(
    `with asked as (
       insert into tickets (id, subject, requester_id, status, channel, tags, priority,
         first_message_at, last_message_at, created_at, updated_at, waiting_since, last_words)
       select gen_random_uuid(), 'Shown ' || place, (select id from users where email = $1), 'open',
         'web', array[$2], place, at, at, at, at, at, 'It jams.'
       from unnest(array[1, 3, 4]) place,
         lateral (select date_trunc('seconds', now()) - place * interval '1 minute' as at) as times
       returning id, requester_id, created_at)
     insert into ticket_messages
       (id, ticket_id, author_id, kind, state, channel, body_html, body_text, created_at)
     select gen_random_uuid(), id, requester_id, 'reply', 'released', 'web', '<p>It jams.</p>',
       'It jams.', created_at from asked`,
    [accounts.jonas, tag],
  );
  return `/tickets?view=active&q=${encodeURIComponent(`status:open tag:${tag}`)}`;
}

type Box = { x: number; y: number; width: number; height: number };

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (box === null) throw new Error("It is not to be seen.");
  return box;
}

/** Takes something by its middle and lets it go elsewhere in its line. */
async function pull({ mouse }: Page, { x, y, width, height }: Box, toX: number): Promise<void> {
  const atY = y + height / 2;
  await mouse.move(x + width / 2, atY);
  await mouse.down();
  await mouse.move(toX, atY, { steps: 5 });
  await mouse.up();
}

const focusedRow = (page: Page) => page.locator("[data-row]:focus");

async function accessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    const said = violations.map(
      ({ id, nodes }) => `${what} ${colorScheme} ${id}: ${nodes[0]?.html}`,
    );
    expect(said).toEqual([]);
  }
}

test("the queue becomes a table, in groups, with a menu on each row, all by keyboard", async ({
  browser,
}) => {
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const { page } = mia;
  const { keyboard } = page;
  const grid = page.getByRole("grid");
  const menu = page.getByRole("menu");
  const heads = grid.getByRole("columnheader");
  const list = await threeTickets();
  await page.goto(list);
  await expect(grid.getByRole("row")).toHaveCount(3, soon);
  const display = async () => {
    await expect(async () => {
      await keyboard.press("Shift+V");
      await expect(menu).toBeVisible({ timeout: 1_000 });
    }).toPass(soon);
  };
  await keyboard.press("j");
  await display();
  await menu.getByRole("menuitemradio", { name: "Table" }).press("Enter");
  await expect(heads.first()).toHaveText("Status", soon);
  await accessible(page, "table");

  // In groups; the keys of the list go on working, over the headings.
  await display();
  await menu.getByRole("menuitemradio", { name: "Priority" }).press("Enter");
  await expect(grid.getByRole("rowheader")).toHaveText(["Urgent", "High", "Low"]);
  await page.locator("[data-row][tabindex='0']").focus();
  await keyboard.press("Home");
  await keyboard.press("ArrowDown");
  await expect(focusedRow(page)).toContainText("Shown 3");
  await keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Messages" })).toBeVisible(soon);
  await expect(heads).toHaveCount(0);
  await page.goBack();
  await expect(focusedRow(page)).toContainText("Shown 3", soon);

  // A column moves to the front and grows, and is there after a reload.
  await display();
  await menu.getByRole("menuitem", { name: "Choose columns" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Columns" });
  const up = dialog.getByRole("button", { name: "Move Requester up" });
  await up.press("Enter");
  await up.press("Enter");
  await expect(up).toBeFocused();
  await dialog.getByRole("button", { name: "Make Requester wider" }).press("Enter");
  await dialog.getByRole("checkbox", { name: "Tags" }).press("Space");
  await dialog.getByRole("checkbox", { name: "Assignee" }).press("Space");
  await accessible(page, "columns");
  const kept = page.waitForResponse((answer) => answer.url().includes("views.display"));
  await dialog.getByRole("button", { name: "Show these columns" }).press("Enter");
  await expect(heads.first()).toHaveText("Requester");
  await expect(heads.last()).toHaveText("Tags");
  await expect(heads.filter({ hasText: "Assignee" })).toHaveCount(0);
  await kept;
  await page.reload();
  await expect(heads.first()).toHaveText("Requester", soon);

  // A pointer does the same: the edge of a head makes its column wider, the head goes elsewhere.
  const requester = heads.filter({ hasText: "Requester" });
  const status = heads.filter({ hasText: "Status" });
  const before = await boxOf(requester);
  await pull(page, await boxOf(requester.locator("[data-edge]")), before.x + before.width + 80);
  await expect.poll(async () => (await boxOf(requester)).width).toBeGreaterThan(before.width + 70);
  await pull(page, await boxOf(requester), (await boxOf(status)).x + 20);
  await expect(heads.first()).toHaveText("Status");
  await pull(page, await boxOf(requester), before.x + 20);
  await expect(heads.first()).toHaveText("Requester");

  // The menu of the row under the keys, and of the one under the pointer.
  await expect(async () => {
    await keyboard.press("j");
    await expect(focusedRow(page)).toHaveCount(1, { timeout: 1_000 });
    await keyboard.press("Shift+F10");
    await expect(menu).toBeVisible({ timeout: 1_000 });
  }).toPass(soon);
  await accessible(page, "row menu");
  await keyboard.press("Escape");
  await expect(focusedRow(page)).toHaveCount(1);
  await grid.getByRole("row", { name: /Shown 1/ }).click({ button: "right" });
  await menu.getByRole("menuitem", { name: /^Resolve #/ }).click();
  await expect(grid.getByRole("row", { name: /Shown 1/ })).toContainText("resolved");

  // A message has its own, but for what a browser has one for.
  await grid.getByRole("row", { name: /Shown 3/ }).click();
  const message = page.getByRole("article").filter({ hasText: "It jams." });
  await expect(async () => {
    await message.click({ button: "right" });
    await expect(menu.getByRole("menuitem", { name: /^Copy link/ })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass(soon);
  await keyboard.press("Escape");
  await expect(message).toBeFocused();
  await keyboard.press("Shift+F10");
  await expect(menu.getByRole("menuitem", { name: /^Remove words/ })).toBeVisible();
  await keyboard.press("Escape");

  // A phone has no room for a table.
  await page.setViewportSize(phone);
  await page.goto(list);
  await expect(grid.getByRole("row").first()).toBeVisible(soon);
  await expect(heads).toHaveCount(0);
  await page.setViewportSize(wide);
  await expect(heads.first()).toHaveText("Requester");
  await display();
  await menu.getByRole("menuitem", { name: "As the view is saved" }).press("Enter");
  await expect(heads).toHaveCount(0);
  await mia.context.close();
});

test("a key of one's own acts, shows in the page of keys and is refused where it means something", async ({
  browser,
}) => {
  const ada = await signedIn(browser, "ada", { viewport: wide });
  const { page } = ada;
  const { keyboard } = page;
  await page.goto("/me");
  const change = page.getByRole("button", { name: "Change the key of “Go to drafts”" });
  await expect(async () => {
    await page.getByRole("button", { name: "Change keys" }).click();
    await expect(change).toBeVisible({ timeout: 2_000 });
  }).toPass(soon);
  await accessible(page, "keys");
  await change.press("Enter");
  const input = page.getByRole("textbox", { name: "New key of “Go to drafts”" });
  await expect(input).toBeFocused();
  await keyboard.press("c");
  await expect(
    page.getByText("C is “New ticket” already. Change or clear that one first."),
  ).toBeVisible();
  await keyboard.press("Control+b");
  await expect(page.getByText(/^Ctrl B belongs to the browser/)).toBeVisible();
  await keyboard.press("q");
  await expect(change).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Go to drafts is Q now" })).toBeVisible();
  const inNav = page.getByRole("link", { name: "Drafts" });
  await expect(inNav).toHaveAttribute("aria-keyshortcuts", "Q", soon);
  await page.getByRole("heading", { name: "Keys", exact: true }).click();
  await keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys.getByText("Go to drafts").locator("..")).toContainText("Q");
  await keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  await keyboard.press("q");
  await expect(page).toHaveURL(/\/drafts$/);

  await page.goto("/me");
  await page.getByRole("button", { name: "Change keys" }).click();
  await page.getByRole("button", { name: "Back to the usual keys" }).click();
  await expect(inNav).not.toHaveAttribute("aria-keyshortcuts", "Q", soon);
  await ada.context.close();
});
