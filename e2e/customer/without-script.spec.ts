import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { letGo } from "../support/held";
import { accounts, demoPassword } from "../support/people";
import { inDatabase, topology } from "../support/topology";

/** A state is waited for, never a time. */
const mended = { timeout: 60_000 };
const subject = `Without a script ${process.pid}`;
let context: BrowserContext;
let page: Page;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  const { webs } = await topology();
  context = await browser.newContext({
    baseURL: webs[0] ?? "",
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  page = await context.newPage();
});
test.afterAll(() => context.close());

const messages = () =>
  inDatabase(
    `select body_text as text, state from ticket_messages
     join tickets on tickets.id = ticket_id where subject = $1 order by ticket_messages.created_at`,
    [subject],
  );

/** The form as it stands on the page, sent once more beside it: a second click, a retry. */
async function sendAgain(form: string): Promise<void> {
  const fields = await page
    .locator(`${form} [name]`)
    .evaluateAll((controls) =>
      controls.flatMap((one) =>
        one instanceof HTMLInputElement ||
        one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement
          ? [[one.name, one.value] as const]
          : [],
      ),
    );
  // A name may stand in a form several times.
  const multipart = new FormData();
  for (const [name, value] of fields) multipart.append(name, value);
  const answer = await context.request.post(page.url(), {
    multipart,
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
}

test("signing in", async () => {
  await page.goto("/sign-in?to=/portal/ask");
  await page.locator("#email").fill(accounts.jonas);
  await page.locator("#password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/ask$/);
});

test("a form that lacks something comes back with it, and keeps what was written", async () => {
  await page.getByLabel("Details").fill("The vent jams.");
  await page.locator("#send").click();
  await expect(page.getByRole("alert")).toContainText("Write what it is about.");
  await expect(page.getByLabel("Details")).toHaveValue("The vent jams.");
});

test("a question is asked once, however often its form arrives", async () => {
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await Promise.all([sendAgain("form:has(#send)"), sendAgain("form:has(#send)")]);
  await page.locator("#send").click();
  await expect(page.getByText(/Your request is #\d+/)).toBeVisible();
  await page.reload();
  expect(await inDatabase("select subject from tickets where subject = $1", [subject])).toEqual([
    { subject },
  ]);
  expect(await messages()).toHaveLength(1);
});

test("an answer is held, taken back with its text, and sent once", async () => {
  await page.getByRole("textbox", { name: "Your answer" }).fill("It jams again.");
  await page.locator("#send").click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("textbox", { name: "Your answer" })).toHaveValue("It jams again.");
  await sendAgain("form:has(#send)");
  await page.locator("#send").click();
  await expect(page.locator("#latest")).toContainText("It jams again.");
  await letGo(subject);
  await expect
    .poll(messages, mended)
    .toEqual([expect.anything(), { text: "It jams again.", state: "released" }]);
});

test("marking as solved, rating, and opening again", async () => {
  await page.reload();
  await page.getByRole("button", { name: "Mark as solved" }).click();
  await page.getByRole("link", { name: "It was good" }).click();
  await expect(page.getByRole("radio", { name: "It was good" })).toBeChecked();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText("Thank you. We have your answer.")).toBeVisible();
  await page.getByRole("link", { name: "See your request" }).click();
  await page.getByRole("button", { name: "Open again", exact: true }).click();
  await expect(page.getByRole("button", { name: "Mark as solved" })).toBeVisible();
});

test("requests and files of others, and what does not exist, answer alike", async () => {
  const others = `from tickets join users on users.id = requester_id
    where users.email <> $1 and tickets.organization_id is distinct from
      (select organization_id from users where email = $1)`;
  const rows = await inDatabase(
    `select number, file from (
       select number::int as number,
         (select id from attachments where ticket_id = tickets.id limit 1) as file ${others}) theirs
     order by file is null limit 1`,
    [accounts.jonas],
  );
  const [foreign] = rows;
  if (typeof foreign !== "object" || foreign === null || !("number" in foreign))
    throw new Error("Everybody's tickets are his.");
  for (const path of [
    `/portal/requests/${foreign.number}`,
    "/portal/requests/999999999",
    `/portal/files/${"file" in foreign ? foreign.file : ""}`,
    "/portal/files/00000000-0000-7000-8000-000000000000",
  ])
    expect((await context.request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
});

test("signing out", async () => {
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goto("/portal");
  await expect(page).toHaveURL(/sign-in/);
});
