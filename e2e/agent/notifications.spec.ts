import { expect, type Page, test } from "@playwright/test";
import * as z from "zod";
import { nowMs } from "@/platform/clock";
import { signedIn, type Visitor } from "../support/people";

let mia: Visitor;
let ada: Visitor;
test.beforeAll(async ({ browser }) => {
  mia = await signedIn(browser, "mia", { web: 0 });
  ada = await signedIn(browser, "ada", { web: 1 });
});
test.afterAll(async () => {
  await mia.context.close();
  await ada.context.close();
});

async function call(
  { page, url: origin }: Visitor,
  path: string,
  input?: object,
): Promise<unknown> {
  const url = `/api/trpc/${path}`;
  const headers = { origin };
  const answer =
    input === undefined
      ? await page.request.get(url)
      : await page.request.post(url, {
          headers,
          data: { commandId: crypto.randomUUID(), ...input },
        });
  expect(answer.ok(), await answer.text()).toBe(true);
  return z.object({ result: z.object({ data: z.unknown() }) }).parse(await answer.json()).result
    .data;
}

const asked = z.object({ ticketId: z.string(), number: z.number() });
const inbox = z.object({
  rows: z.array(
    z.object({
      words: z.string(),
      unread: z.boolean(),
      ticket: z.object({ number: z.number() }),
    }),
  ),
});
const me = z.object({ id: z.string() });

/** A new ticket that Ada gives to Mia. */
async function given(subject: string): Promise<{ ticketId: string; number: number }> {
  const { id: assigneeId } = me.parse(await call(mia, "identity.me"));
  const made = asked.parse(await call(ada, "tickets.create", { subject, body: "It jams." }));
  await call(ada, "tickets.update", { ticketId: made.ticketId, changes: { assigneeId } });
  return made;
}

const countOf = async (page: Page) => {
  const words = await page
    .getByRole("link", { name: /^Notifications/ })
    .first()
    .textContent();
  return Number(/(\d+) unread/.exec(words ?? "")?.[1] ?? Number.NaN);
};

test("an assignment arrives live; E clears it, Z brings it back, and a second tab counts along", async () => {
  const { page } = mia;
  const second = await mia.context.newPage();
  await second.goto("/tickets");
  await page.goto("/notifications");
  await expect(page.getByRole("heading", { name: "Notifications" }).first()).toBeVisible();
  await expect.poll(() => countOf(second)).toBeGreaterThanOrEqual(0);
  const before = await countOf(second);

  const subject = `The vent ${crypto.randomUUID().slice(0, 8)}`;
  const { number } = await given(subject);
  const row = page.getByRole("row").filter({ hasText: subject });
  await expect(row).toContainText("assigned it to you");
  await expect(row).toContainText("You are told because the ticket was given to you");
  await expect.poll(() => countOf(second)).toBe(before + 1);
  await expect(second).not.toHaveTitle(/^\(/);

  await row.focus();
  await page.keyboard.press("e");
  await expect(row).toHaveCount(0);
  await expect.poll(() => countOf(second)).toBe(before);
  await expect.poll(() => countOf(page)).toBe(before);
  await expect(page.getByText(`#${number} is done`)).toBeVisible();
  await page.keyboard.press("z");
  await expect(row).toBeVisible();
  await expect.poll(() => countOf(second)).toBe(before + 1);
  await second.close();
});

test("Enter opens the ticket, which is read by that; U makes it unread, H puts it away", async () => {
  const { page } = mia;
  await page.goto("/notifications");
  const subject = `The lamp ${crypto.randomUUID().slice(0, 8)}`;
  const { number } = await given(subject);
  const row = page.getByRole("row").filter({ hasText: subject });
  await expect(row).toContainText("Unread");
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}`));
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page).toHaveURL(/\/notifications/);
  await expect(row).toBeVisible();
  await expect(row).not.toContainText("Unread");
  await row.focus();
  await page.keyboard.press("u");
  await expect(row).toContainText("Unread");
  await page.keyboard.press("h");
  await page.getByRole("menuitem", { name: "Tomorrow at 9:00" }).click();
  await expect(row).toHaveCount(0);
});

test("a ticket that is open in a tab is read when something happens on it", async () => {
  const { page } = mia;
  const subject = `The hose ${crypto.randomUUID().slice(0, 8)}`;
  const { ticketId, number } = await given(subject);
  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole("list", { name: "Messages" })).toBeVisible();
  // The page is open for the servers too once a colleague sees her there.
  await ada.page.goto(`/tickets/${number}`);
  await expect(ada.page.getByRole("img", { name: /^Mia .*is viewing/ }).first()).toBeVisible();
  // The second is told while the first is being read.
  await call(ada, "tickets.reply", { ticketId, kind: "note", body: "Look at the hose." });
  await call(ada, "tickets.reply", { ticketId, kind: "note", body: "And at its end." });
  await expect(page.getByText("And at its end.").first()).toBeVisible();
  // Decided while the ticket is open: told, and read by that.
  const told = async () => {
    const { rows } = inbox.parse(await call(mia, "notifications.inbox?input=%7B%7D"));
    return rows.find((row) => row.ticket.number === number);
  };
  await expect.poll(told).toMatchObject({ words: "And at its end.", unread: false });
});

test("preferences are kept at once, and away is until a day", async () => {
  const { page } = mia;
  await page.goto("/me");
  const mail = page.getByLabel("Mail: A new message on my ticket");
  await mail.selectOption("off");
  const quiet = page.getByRole("switch", { name: "Quiet hours" });
  await quiet.click();
  await expect(quiet).toBeChecked();
  await page.getByLabel("Away until").fill("2099-01-01");
  await expect(page.getByText("Choose a day within a year from now.")).toBeVisible();
  const inTenDays = new Date(nowMs() + 10 * 24 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel("Away until").fill(inTenDays);
  await expect(page.getByText(/^You are away until/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^You are away until/)).toBeVisible();
  await expect(page.getByText(/^Not saved/)).toHaveCount(0);
  await page.getByRole("button", { name: "I am here again" }).click();
  await expect(page.getByText(/^You are here\./)).toBeVisible();
  await expect(mail).toHaveValue("off");
  await expect(quiet).toBeChecked();
  await mail.selectOption("digest");
  await quiet.click();
  await expect(quiet).not.toBeChecked();
});
