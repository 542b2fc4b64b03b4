import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { accounts, signedIn, type Visitor } from "../support/people";
import { inDatabase } from "../support/topology";

/** Under which conditions people work, and what has to hold under each. */
const soon = { timeout: 60_000 };
const wide = { width: 1440, height: 900 };

/** So many open tickets under a tag of their own; the filter that finds them. */
async function tickets(count: number): Promise<string> {
  const tag = `cond${randomUUID().slice(0, 8)}`;
  await inDatabase(
    `with asked as (
       insert into tickets (id, subject, requester_id, status, channel, tags, first_message_at,
         last_message_at, created_at, updated_at, waiting_since, last_words)
       select gen_random_uuid(), 'Condition ' || place, (select id from users where email = $1),
         'open', 'web', array[$2], at, at, at, at, at, 'It jams.'
       from generate_series(1, $3::int) place,
         lateral (select date_trunc('seconds', now()) - place * interval '1 minute' as at) as times
       returning id, requester_id, created_at)
     insert into ticket_messages
       (id, ticket_id, author_id, kind, state, channel, body_html, body_text, created_at)
     select gen_random_uuid(), id, requester_id, 'reply', 'released', 'web', '<p>It jams.</p>',
       'It jams.', created_at from asked`,
    [accounts.jonas, tag, count],
  );
  return `tag:${tag}`;
}

const queueOf = (filter: string) => `/tickets?view=open&q=${encodeURIComponent(filter)}`;
const rows = (page: Page) => page.getByRole("grid").getByRole("row");
const thread = (page: Page) => page.getByRole("list", { name: "Messages" });

/** The list stands, and its keys answer. */
async function awake(page: Page): Promise<void> {
  await expect(rows(page).first()).toBeVisible(soon);
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[role=row]:focus")).toHaveCount(1, { timeout: 1_000 });
  }).toPass(soon);
}

async function opens(visitor: Visitor, filter: string): Promise<Page> {
  const { page } = visitor;
  await page.goto(queueOf(filter));
  await awake(page);
  await page.keyboard.press("Enter");
  await expect(thread(page).getByRole("article").first()).toBeVisible(soon);
  return page;
}

test("opening a ticket asks for nothing that was not asked for on focus, and going back repaints nothing", async ({
  browser,
}) => {
  const filter = await tickets(5);
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const { page } = mia;
  await page.goto(queueOf(filter));
  const fetched = page.waitForResponse((response) => response.url().includes("tickets.get"));
  await awake(page);
  await fetched;
  // From here on the server gives nothing to read.
  await page.route(
    (url) => url.pathname.startsWith("/api/trpc/"),
    (route) => (route.request().method() === "GET" ? route.abort() : route.continue()),
  );
  await page.keyboard.press("Enter");
  await expect(thread(page).getByText("It jams.")).toBeVisible();
  await page.evaluate(() => {
    const grid = document.querySelector("[role=grid]");
    if (grid === null) throw new Error("There is no list.");
    const seen = { painted: 0 };
    // Rows come, go or change their words; which one is marked as open may change.
    new MutationObserver((changes) => {
      seen.painted += changes.length;
      document.body.dataset.painted = String(seen.painted);
    }).observe(grid, { childList: true, characterData: true, subtree: true });
    document.body.dataset.painted = "0";
  });
  await page.goBack();
  await expect(thread(page)).toHaveCount(0);
  await expect(rows(page)).toHaveCount(5);
  expect(await page.locator("body").getAttribute("data-painted")).toBe("0");
  await mia.context.close();
});

test("fifty tickets arrive, and the row under the pointer stays where it is", async ({
  browser,
}) => {
  const filter = await tickets(30);
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const jonas = await signedIn(browser, "jonas");
  const { page } = mia;
  await page.goto(queueOf("status:open"));
  await awake(page);
  const pointed = rows(page).nth(4);
  await pointed.hover();
  const id = await pointed.getAttribute("data-row");
  const row = page.locator(`[data-row="${id}"]`);
  const before = await row.boundingBox();
  for (let place = 0; place < 50; place++)
    await jonas.context.request.post("/api/trpc/tickets.create", {
      data: { commandId: randomUUID(), subject: `Arrives ${place}`, body: `${filter} It jams.` },
      headers: { origin: jonas.url },
    });
  await expect(page.getByRole("button", { name: /^(50|[5-9]\d) new/ })).toBeVisible(soon);
  const after = await row.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
  await mia.context.close();
  await jonas.context.close();
});

test("targets are large enough, or far enough from each other", async ({ browser }) => {
  const filter = await tickets(3);
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const page = await opens(mia, filter);
  const small = await page.evaluate(() => {
    const found = [
      ...document.querySelectorAll<HTMLElement>("button, a[href], input, summary, [role=tab]"),
    ];
    const boxes = found
      .filter(
        (one) =>
          one.checkVisibility({ visibilityProperty: true }) && !one.closest("p, li, dd, .sr-only"),
      )
      .map((one) => {
        // What is labelled is pressed by its label, too.
        const pressed = one instanceof HTMLInputElement ? (one.labels?.[0] ?? one) : one;
        return { words: one.outerHTML.slice(0, 120), box: pressed.getBoundingClientRect() };
      })
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const apart = (one: DOMRect, other: DOMRect) =>
      Math.hypot(
        one.x + one.width / 2 - (other.x + other.width / 2),
        one.y + one.height / 2 - (other.y + other.height / 2),
      ) >= 24;
    return boxes
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .filter(({ box }) => boxes.some((other) => other.box !== box && !apart(box, other.box)))
      .map(({ words }) => words);
  });
  expect(small).toEqual([]);
  await mia.context.close();
});

test("Tab leads first past the navigation: to the list, the conversation, the composer", async ({
  browser,
}) => {
  const filter = await tickets(3);
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const page = await opens(mia, filter);
  await page.goto(page.url());
  await expect(thread(page).getByRole("article").first()).toBeVisible(soon);
  for (const name of ["list", "conversation", "composer"]) {
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus")).toHaveText(new RegExp(`Skip to ${name}`));
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("#composer")).toBeFocused();
  await mia.context.close();
});

test("without single keys, letters do nothing and the palette does all", async ({ browser }) => {
  const filter = await tickets(3);
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const { page } = mia;
  await page.goto("/me");
  const keys = page.getByRole("switch", { name: "Single keys" });
  await expect(async () => {
    await keys.uncheck({ timeout: 2_000 });
    await expect(page.locator("html")).toHaveAttribute("data-keys", "off", { timeout: 2_000 });
  }).toPass(soon);
  await expect
    .poll(async () => (await mia.context.cookies()).some(({ value }) => /\boff\b/.test(value)))
    .toBe(true);
  await page.goto(queueOf(filter));
  await expect(rows(page).first()).toBeVisible(soon);
  await rows(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await expect(thread(page).getByRole("article").first()).toBeVisible(soon);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // Typed on without a look: it goes where it is meant to, though the palette is on its way.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("new ticket");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "New ticket" })).toBeVisible(soon);
  await mia.context.close();
});

const widths = [
  { width: 320, height: 256 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
];

test("at every width, and at 400 % zoom with wide spacing, nothing is lost sideways", async ({
  browser,
}) => {
  const filter = await tickets(3);
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const page = await opens(mia, filter);
  const address = page.url();
  const sideways = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const spills = [...document.querySelectorAll<HTMLElement>("header, section, article, form")]
        .filter(
          (one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 1,
        )
        .map((one) => one.outerHTML.slice(0, 160));
      return { by: Math.max(0, scrollWidth - clientWidth), spills };
    });
  for (const viewport of widths) {
    await page.setViewportSize(viewport);
    for (const path of [queueOf(filter), address]) {
      await page.goto(path);
      await expect(page.locator("main, [role=main], #main, [role=grid]").first()).toBeVisible(soon);
      expect(await sideways(), `${path} at ${viewport.width}`).toEqual({ by: 0, spills: [] });
      await page.evaluate(() => {
        const spaced = new CSSStyleSheet();
        spaced.replaceSync(
          "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }",
        );
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, spaced];
      });
      expect(await sideways(), `${path} at ${viewport.width}, spaced`).toEqual({
        by: 0,
        spills: [],
      });
    }
  }
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(address);
  // The field with looks may take the plain one's place at any moment.
  await expect(async () => {
    await page.locator("#composer").scrollIntoViewIfNeeded({ timeout: 2_000 });
    await page.locator("#composer").click({ timeout: 2_000 });
    await expect(page.locator("#composer")).toBeFocused({ timeout: 2_000 });
  }).toPass(soon);
  await mia.context.close();
});

test("with reduced motion nothing moves; in forced colours a note and a reply stay apart", async ({
  browser,
}) => {
  const filter = await tickets(3);
  const mia = await signedIn(browser, "mia", { viewport: wide });
  const page = await opens(mia, filter);
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
      .map((animation) => String(animation.constructor.name)),
  );
  expect(moving).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Note" }).click();
  await page.getByRole("tabpanel", { name: "Note" }).getByRole("textbox").fill("For us alone.");
  await page.keyboard.press("Control+Enter");
  const note = thread(page).getByRole("article", { name: /^Internal note/ });
  await expect(note).toBeVisible(soon);
  await expect(note.getByText("Internal note")).toBeVisible();
  const styles = await Promise.all(
    [
      note,
      thread(page)
        .getByRole("article", { name: /^Reply/ })
        .first(),
    ].map((article) => article.evaluate((element) => getComputedStyle(element).borderTopStyle)),
  );
  expect(styles).toEqual(["dashed", "solid"]);
  await mia.context.close();
});
