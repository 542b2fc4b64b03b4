import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import * as z from "zod";
import { expectAccessible } from "../support/looks";
import { signedIn, type Visitor } from "../support/people";
import { inDatabase } from "../support/topology";

let mia: Visitor;
let jonas: Visitor;
test.beforeEach(async ({ browser }) => {
  mia = await signedIn(browser, "mia", { viewport: { width: 1440, height: 900 } });
  jonas = await signedIn(browser, "jonas");
  // As somebody who has been at work for a while: what every page needs has come.
  await mia.page.goto("/tickets?view=open");
  await expect(mia.page.getByRole("grid")).toBeVisible();
});
test.afterEach(async () => {
  await mia.context.close();
  await jonas.context.close();
});

const count = 2_000;
/** So many messages may stand in the page, however long the history is. */
const renderedMax = 130;
const asked = z.object({
  result: z.object({ data: z.object({ number: z.number(), ticketId: z.string() }) }),
});

type Story = { number: number; ticketId: string; idOf: (place: number) => Promise<string> };

/** A ticket of so many messages; each says which one it is, in one line or in many. */
async function aLongStory(): Promise<Story> {
  const said = await jonas.context.request.post("/api/trpc/tickets.create", {
    data: { commandId: randomUUID(), subject: `Long ${randomUUID().slice(0, 8)}`, body: "Part 1." },
    headers: { origin: jonas.url },
  });
  const { number, ticketId } = asked.parse(await said.json()).result.data;
  await inDatabase(
    `insert into ticket_messages
       (id, ticket_id, author_id, kind, state, channel, body_html, body_text, created_at)
     select gen_random_uuid(), ticket_id, author_id, 'reply', 'released', channel,
       '<p>Part ' || place || '.</p>' || repeat('<p>And more of it.</p>', place % 7),
       'Part ' || place || '.',
       date_trunc('milliseconds', created_at) - (${count} - place) * interval '1 minute'
     from ticket_messages, generate_series(2, ${count}) as place where ticket_id = $1`,
    [ticketId],
  );
  // The question is the oldest: it moves before all the others.
  await inDatabase(
    `update ticket_messages set created_at = created_at - ${count} * interval '1 minute'
     where ticket_id = $1 and body_text = 'Part 1.'`,
    [ticketId],
  );
  await inDatabase(
    `update tickets set
       created_at = created_at - ${count + 1} * interval '1 minute',
       first_message_at = (select min(created_at) from ticket_messages where ticket_id = $1),
       last_message_at = (select max(created_at) from ticket_messages where ticket_id = $1)
     where id = $1`,
    [ticketId],
  );
  const idOf = async (place: number) => {
    const rows = await inDatabase(
      "select id from ticket_messages where ticket_id = $1 and body_text = $2",
      [ticketId, `Part ${place}.`],
    );
    return z.object({ id: z.string() }).parse(rows[0]).id;
  };
  return { number, ticketId, idOf };
}

const thread = (page: Page) => page.getByRole("list", { name: "Messages" });
const part = (page: Page, place: number) =>
  thread(page)
    .getByRole("article")
    .filter({ has: page.getByText(`Part ${place}.`, { exact: true }) });
const topOf = (element: Locator) => element.evaluate((it) => it.getBoundingClientRect().top);
/** Where an element stands once the page has come to rest around it. */
async function restOf(element: Locator): Promise<number> {
  let seen = Number.NaN;
  let same = 0;
  const looks = async () => {
    const top = await topOf(element);
    same = top === seen ? same + 1 : 0;
    seen = top;
    return same;
  };
  await expect.poll(looks, { intervals: [200] }).toBeGreaterThan(4);
  return seen;
}
const scrollBy = (page: Page, px: number) =>
  thread(page).evaluate((list, by) => {
    list.closest("section")?.querySelector("[tabindex='0']")?.scrollBy(0, by);
  }, px);
/** As somebody does with a wheel: who only was brought somewhere is kept there. */
const wheelBy = (page: Page, px: number) =>
  thread(page).evaluate((list, by) => {
    const box = list.closest("section")?.querySelector("[tabindex='0']");
    box?.dispatchEvent(new WheelEvent("wheel", { deltaY: by, bubbles: true }));
    box?.scrollBy(0, by);
  }, px);
/** The place of the first message that is wholly in sight. */
const inSight = (page: Page) =>
  thread(page).evaluate((list) => {
    const box = list.closest("section")?.querySelector("[tabindex='0']")?.getBoundingClientRect();
    const seen = [...list.querySelectorAll("article")].find(
      (article) => article.getBoundingClientRect().top >= (box?.top ?? 0),
    );
    return Number(/Part (\d+)\./.exec(seen?.textContent ?? "")?.[1] ?? 0);
  });

async function opens(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(thread(page).getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "More", exact: true })).toBeEnabled();
}

test("a ticket of two thousand messages opens at its newest, and its first is one step away", async () => {
  const { number } = await aLongStory();
  const { page } = mia;
  // What is read opens at its end; the first time, at what is new.
  await opens(page, `/tickets/${number}?view=open`);
  await page.getByRole("button", { name: "First message" }).waitFor({ state: "attached" });
  await expect(async () => {
    await scrollBy(page, 1e6);
    await expect(part(page, count)).toBeInViewport({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  const newest = await thread(page).getByRole("article").count();
  expect(newest).toBeLessThan(renderedMax);

  // Page after page comes above, and what one reads stays where it was.
  for (let page_ = 0; page_ < 4; page_++) {
    await scrollBy(page, -1e6);
    const place = await inSight(page);
    const before = await topOf(part(page, place));
    await expect.poll(() => part(page, place - 15).count()).toBe(1);
    expect(Math.abs((await topOf(part(page, place))) - before)).toBeLessThanOrEqual(1);
    expect(await thread(page).getByRole("article").count()).toBeLessThan(renderedMax);
  }

  await scrollBy(page, -1e6);
  // By key: under a pointer it may move away while what came above finds its place.
  await page.getByRole("button", { name: "First message" }).press("Enter");
  await expect(part(page, 1)).toBeInViewport();
  await expect(part(page, 1)).toBeFocused();
  await expect(part(page, 2)).toBeInViewport();
  // From there one reads on, over the end of what came along.
  for (let step = 0; step < 70; step++) await page.keyboard.press(".");
  await expect(part(page, 71)).toBeFocused();
  await expect(part(page, 71)).toBeInViewport();
  await expect.poll(() => part(page, 72).count()).toBe(1);
  expect(await thread(page).getByRole("article").count()).toBeLessThan(renderedMax);
  await page.getByRole("button", { name: "Go to the newest" }).click();
  await expect(part(page, count)).toBeInViewport();
});

test("a link to a message in the middle lands on it, and nothing that loads or arrives moves it", async () => {
  const { number, ticketId, idOf } = await aLongStory();
  const { page } = mia;
  const middle = 1_000;
  await opens(page, `/tickets/${number}?view=open&hit=${await idOf(middle)}`);
  await expect(part(page, middle)).toBeFocused();
  await expect(part(page, middle)).toBeInViewport();
  expect(await thread(page).getByRole("article").count()).toBeLessThan(renderedMax);
  // Something above grows, as a picture does that comes late.
  await wheelBy(page, 1);
  const before = await restOf(part(page, middle));
  await thread(page).evaluate((list) => {
    const box = list.closest("section")?.querySelector("[tabindex='0']")?.getBoundingClientRect();
    const above = [...list.querySelectorAll("article")].findLast(
      (article) => article.getBoundingClientRect().bottom < (box?.top ?? 0) - 20,
    );
    if (above) above.style.paddingBottom = "400px";
  });
  await expect
    .poll(async () => Math.abs((await topOf(part(page, middle))) - before))
    .toBeLessThanOrEqual(1);

  const said = await jonas.context.request.post("/api/trpc/tickets.reply", {
    data: { commandId: randomUUID(), ticketId, body: "And one more." },
    headers: { origin: jonas.url },
  });
  expect(said.status()).toBe(200);
  const news = page.getByRole("button", { name: /^1 new from Jonas/ });
  await expect(news).toBeVisible();
  expect(Math.abs((await topOf(part(page, middle))) - before)).toBeLessThanOrEqual(1);
  await expectAccessible(page);

  // Upwards and downwards from there every message follows the one before.
  for (const by of [-900, 900]) {
    for (let step = 0; step < 12; step++) {
      await wheelBy(page, by);
      const place = await inSight(page);
      await expect(part(page, place + 1)).toHaveCount(1);
    }
  }
  await news.click();
  await expect(thread(page).getByText("And one more.")).toBeInViewport();
});
