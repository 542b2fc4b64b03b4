import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { letGo } from "../support/held";
import { expectFit, expectFitIn, type Look, phone } from "../support/looks";
import { signedIn, type Visitor } from "../support/people";
import { inDatabase, topology } from "../support/topology";

/** A state is waited for, never a time. */
const mended = { timeout: 60_000 };
const wide = { width: 1440, height: 900 };

const words = {
  en: {
    locale: "en-GB",
    name: "Your name",
    email: "E-mail",
    subject: "Subject",
    details: "Details",
    send: "Send to support",
    sent: "One step is left",
    confirm: "Send my request",
    asked: /Your request is #\d+/,
    solved: "Mark as solved",
    rate: "How did we do?",
    good: "It was good",
    about: "What was it about?",
    vote: "Send my answer",
    change: "Change my answer",
    thanks: "Thank you. We have your answer.",
  },
  de: {
    locale: "de-DE",
    name: "Ihr Name",
    email: "E-Mail",
    subject: "Betreff",
    details: "Einzelheiten",
    send: "An den Support senden",
    sent: "Noch ein Schritt",
    confirm: "Meine Anfrage senden",
    asked: /Ihre Anfrage ist #\d+/,
    solved: "Als gelöst markieren",
    rate: "Wie waren wir?",
    good: "Es war gut",
    about: "Worum ging es?",
    vote: "Antwort senden",
    change: "Antwort ändern",
    thanks: "Danke. Ihre Antwort ist da.",
  },
} as const;

type Options = Parameters<Browser["newContext"]>[0];

async function stranger(
  { browser }: { browser: Browser },
  options: Options,
): Promise<{ page: Page; context: BrowserContext }> {
  const { webs } = await topology();
  const context = await browser.newContext({ baseURL: webs[0] ?? "", ...options });
  return { context, page: await context.newPage() };
}

/** The first link of the newest mail about something to an address, as the development mailbox shows it. */
async function linkTo(ada: Visitor, email: string, about: string): Promise<string> {
  const mail = ada.page.getByRole("link").filter({ hasText: email }).filter({ hasText: about });
  await expect(async () => {
    await ada.page.goto("/admin/mailbox");
    await expect(mail.first()).toBeVisible({ timeout: 2_000 });
  }).toPass(mended);
  await mail.first().click();
  await expect(ada.page).toHaveURL(/\/admin\/mailbox\/.+/);
  const text = (await ada.page.locator("body").textContent()) ?? "";
  const { pathname, search } = new URL(/https?:\/\/\S+token=[\w.&=-]+/.exec(text)?.[0] ?? "");
  return pathname + search;
}

test.describe("from a question without an account to its rating", () => {
  test.describe.configure({ mode: "serial" });
  const journeys = [
    { language: "de", viewport: phone, mail: "Bestätigen" },
    { language: "en", viewport: wide, mail: "Confirm" },
  ] as const;
  const emailOf = (language: string) => `anna.${language}.${process.pid}@guests.example.com`;
  const subjectOf = (language: string) => `The hinge ${language} ${process.pid}`;
  let ada: Visitor;
  let mia: Visitor;
  const strangers = new Map<string, Awaited<ReturnType<typeof stranger>>>();
  const opinionsOf = (language: string) =>
    inDatabase(
      `select is_good, comment from satisfaction_ratings
       join tickets on tickets.id = ticket_id where subject = $1`,
      [subjectOf(language)],
    );

  test.beforeAll(async ({ browser }) => {
    ada = await signedIn(browser, "ada");
    mia = await signedIn(browser, "mia", { web: 1 });
    // People are asked as soon as it is solved: three days are nothing that a test waits for.
    await ada.page.goto("/admin/satisfaction");
    await ada.page.getByLabel("When").selectOption({ label: "At once" });
    await expect(ada.page.getByText("Customers are asked how it went")).toBeVisible();
  });
  test.afterAll(async () => {
    await ada.page.goto("/admin/satisfaction");
    await ada.page.getByLabel("When").selectOption({ label: "A day later" });
    await expect(ada.page.getByText("Customers are asked how it went")).toBeVisible();
    for (const { context } of [ada, mia, ...strangers.values()]) await context.close();
  });

  for (const { language, viewport, mail } of journeys)
    test(`a stranger asks, proves the address, is answered and sees it, ${language} at ${viewport.width} px`, async ({
      browser,
    }) => {
      const said = words[language];
      const [email, subject] = [emailOf(language), subjectOf(language)];
      const visitor = await stranger({ browser }, { locale: said.locale, viewport });
      strangers.set(language, visitor);
      const { page } = visitor;
      await page.goto("/portal/ask");
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expectFit(page);
      await page.getByLabel(said.name).fill("Anna Kowalska");
      await page.getByLabel(said.email).fill(email);
      await page.getByRole("textbox", { name: said.subject }).fill(subject);
      await page.getByRole("textbox", { name: said.details }).fill("It jams at noon.");
      const file = { name: "hinge.txt", mimeType: "text/plain" };
      await page
        .locator("input[type=file]")
        .setInputFiles({ ...file, buffer: Buffer.from("It jams at 12:00.") });
      await expect(page.getByText(file.name)).toBeVisible();
      // Nobody writes as fast as this test: the form says how long to wait, and keeps what was written.
      await expect(async () => {
        await page.getByRole("button", { name: said.send }).click();
        await expect(page.getByText(said.sent)).toBeVisible({ timeout: 2_000 });
      }).toPass();
      expect(await inDatabase("select id from tickets where subject = $1", [subject])).toEqual([]);

      await page.goto(await linkTo(ada, email, mail));
      await page.getByRole("button", { name: said.confirm }).click();
      await expect(page.getByText(said.asked)).toBeVisible();
      await expect(page.getByRole("link", { name: /hinge\.txt/ })).toBeVisible();
      await expect(page.getByRole("button", { name: said.solved })).toBeVisible();
      await expectFit(page);

      await mia.page.goto("/tickets?view=open&sort=updated");
      await mia.page.getByRole("row").filter({ hasText: subject }).click();
      await mia.page.getByRole("tab", { name: "Reply" }).click();
      const box = mia.page.getByRole("tabpanel", { name: "Reply" }).getByRole("textbox");
      await box.fill("Please oil the hinge.");
      await expect(mia.page.getByText(/^Saved/)).toBeVisible();
      await mia.page.getByRole("button", { name: /^Send to Anna Kowalska/ }).click();
      await letGo(subject);
      await expect(page.getByText("Please oil the hinge.").first()).toBeVisible(mended);
      await mia.page.getByRole("button", { name: /^Status:/ }).click();
      await mia.page.getByRole("menuitem", { name: "Resolved" }).click();
      await expect(mia.page.getByRole("button", { name: "Status: Resolved" })).toBeVisible();
      await expect(page.getByRole("button", { name: said.solved })).toHaveCount(0, mended);
    });

  for (const { language, viewport } of journeys)
    test(`the mail's link asks how it went and says nothing by itself, ${language} at ${viewport.width} px`, async () => {
      const said = words[language];
      const page = strangers.get(language)?.page;
      if (page === undefined) throw new Error("Nobody asked before.");
      const link = await linkTo(ada, emailOf(language), said.rate);
      // Programs open every link of a mail: that says nothing.
      expect((await page.request.head(link)).status()).toBeLessThan(400);
      expect((await page.request.get(link)).status()).toBe(200);
      await page.goto(link);
      await expect(page.getByRole("heading", { name: said.rate })).toBeVisible();
      await expectFit(page);
      expect(await opinionsOf(language)).toEqual([{ is_good: null, comment: "" }]);
      await page.getByRole("radio", { name: said.good }).check();
      await page.getByRole("button", { name: said.vote }).click();
      await expect(page.getByText(said.thanks)).toBeVisible();
      expect(await opinionsOf(language)).toEqual([{ is_good: true, comment: "" }]);
      await page.getByLabel(said.about).fill("Quick and kind.");
      await page.getByRole("button", { name: said.change }).click();
      await expect
        .poll(() => opinionsOf(language))
        .toEqual([{ is_good: true, comment: "Quick and kind." }]);
      await expectFit(page);
    });
});

test("without JavaScript a question is asked once, however often the form is sent", async ({
  browser,
}) => {
  const email = `plain.${process.pid}@guests.example.com`;
  const { page, context } = await stranger(
    { browser },
    { javaScriptEnabled: false, locale: "es-ES" },
  );
  await page.goto("/portal/ask");
  await page.locator("[name=name]").fill("Ana");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=subject]").fill("La bisagra");
  await page.locator("[name=body]").fill("Se atasca.");
  await expect(async () => {
    await page.locator("#send").click();
    await expect(page.getByText("Falta un paso")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.reload();
  const mails = await inDatabase("select kind from outgoing_mails where recipient = $1", [email]);
  expect(mails).toEqual([{ kind: "confirm-question" }]);
  await context.close();
});

test("what customers see before and after signing in is accessible on a phone, light and dark", async ({
  browser,
}) => {
  const looks: readonly Look[] = ["phone, light", "phone, dark"];
  const { page, context } = await stranger({ browser }, { locale: "de-DE", viewport: phone });
  for (const path of ["/sign-in", "/sign-in/link", "/sign-up", "/reset-password", "/portal/ask"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await expectFitIn(page, looks);
  }
  await context.close();
  const jonas = await signedIn(browser, "jonas", { viewport: phone });
  await jonas.page.goto("/portal/account");
  await expect(jonas.page.getByText("· This device")).toBeVisible();
  await expectFitIn(jonas.page, looks);
  await jonas.page.getByRole("button", { name: "Deutsch" }).first().click();
  await expect(jonas.page.getByRole("heading", { name: "Mein Konto" })).toBeVisible();
  await jonas.page.getByRole("button", { name: "English" }).first().click();
  await expect(jonas.page.getByRole("heading", { name: "My account" })).toBeVisible();
  await jonas.context.close();
});
