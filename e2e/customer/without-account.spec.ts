import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { signedIn, type Visitor } from "../support/people";
import { inDatabase, topology } from "../support/topology";

/** A state is waited for, never a time. */
const mended = { timeout: 60_000 };
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

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
  },
} as const;

async function stranger(
  { browser }: { browser: Parameters<typeof signedIn>[0] },
  options: Parameters<Parameters<typeof signedIn>[0]["newContext"]>[0],
): Promise<{ page: Page; context: BrowserContext }> {
  const { webs } = await topology();
  const context = await browser.newContext({ baseURL: webs[0] ?? "", ...options });
  return { context, page: await context.newPage() };
}

/** The link in the newest mail to an address, as the development mailbox shows it. */
async function linkTo(ada: Visitor, email: string): Promise<string> {
  const mail = ada.page.getByRole("link").filter({ hasText: email });
  await expect(async () => {
    await ada.page.goto("/admin/mailbox");
    await expect(mail.first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await mail.first().click();
  await expect(ada.page).toHaveURL(/\/admin\/mailbox\/.+/);
  const text = (await ada.page.locator("body").textContent()) ?? "";
  const { pathname, search } = new URL(/https?:\/\/\S+token=[\w-]+/.exec(text)?.[0] ?? "");
  return pathname + search;
}

async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const { language, viewport } of [
  { language: "de", viewport: phone },
  { language: "en", viewport: wide },
] as const)
  test(`a stranger asks, proves the address, is answered and sees it, ${language} at ${viewport.width} px`, async ({
    browser,
  }) => {
    const said = words[language];
    const email = `anna.${language}.${process.pid}@guests.example.com`;
    const subject = `The hinge ${language} ${process.pid}`;
    const { page, context } = await stranger({ browser }, { locale: said.locale, viewport });
    await page.goto("/portal/ask");
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expectAccessible(page);
    await page.getByLabel(said.name).fill("Anna Kowalska");
    await page.getByLabel(said.email).fill(email);
    await page.getByRole("textbox", { name: said.subject }).fill(subject);
    await page.getByRole("textbox", { name: said.details }).fill("It jams at noon.");
    // Nobody writes as fast as this test: the form says how long to wait, and keeps what was written.
    await expect(async () => {
      await page.getByRole("button", { name: said.send }).click();
      await expect(page.getByText(said.sent)).toBeVisible({ timeout: 2_000 });
    }).toPass();
    expect(await inDatabase("select id from tickets where subject = $1", [subject])).toEqual([]);

    const ada = await signedIn(browser, "ada");
    await page.goto(await linkTo(ada, email));
    await ada.context.close();
    await page.getByRole("button", { name: said.confirm }).click();
    await expect(page.getByText(said.asked)).toBeVisible();
    await expect(page.getByRole("button", { name: said.solved })).toBeVisible();
    await expectAccessible(page);

    const mia = await signedIn(browser, "mia", { web: 1 });
    await mia.page.goto("/tickets?view=open&sort=updated");
    await mia.page.getByRole("row").filter({ hasText: subject }).click();
    await mia.page.getByRole("tab", { name: "Reply" }).click();
    const box = mia.page.getByRole("tabpanel", { name: "Reply" }).getByRole("textbox");
    await box.fill("Please oil the hinge.");
    await expect(mia.page.getByText(/^Saved/)).toBeVisible();
    await mia.page.getByRole("button", { name: /^Send to Anna Kowalska/ }).click();
    await expect(page.getByText("Please oil the hinge.").first()).toBeVisible(mended);
    await mia.context.close();
    await context.close();
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

for (const dark of [false, true])
  test(`what customers see before and after signing in is accessible, ${dark ? "dark" : "light"}`, async ({
    browser,
  }) => {
    const scheme = dark ? "dark" : "light";
    const { page, context } = await stranger(
      { browser },
      { locale: "de-DE", viewport: phone, colorScheme: scheme },
    );
    for (const path of [
      "/sign-in",
      "/sign-in/link",
      "/sign-up",
      "/reset-password",
      "/portal/ask",
    ]) {
      await page.goto(path);
      await expect(page.getByRole("main")).toBeVisible();
      await expectAccessible(page);
    }
    await context.close();
    const jonas = await signedIn(browser, "jonas", { viewport: phone, dark });
    await jonas.page.goto("/portal/account");
    await expect(jonas.page.getByText("· This device")).toBeVisible();
    await expectAccessible(jonas.page);
    await jonas.page.getByRole("button", { name: "Deutsch" }).first().click();
    await expect(jonas.page.getByRole("heading", { name: "Mein Konto" })).toBeVisible();
    await jonas.page.getByRole("button", { name: "English" }).first().click();
    await expect(jonas.page.getByRole("heading", { name: "My account" })).toBeVisible();
    await jonas.context.close();
  });
