import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { topology } from "./topology";

export type Visitor = { page: Page; context: BrowserContext; url: string };

export const demoPassword = "demo-demo-demo";
export const accounts = {
  mia: "mia@demo.insightdesk.local",
  jonas: "jonas@demo.insightdesk.local",
  ada: "ada@demo.insightdesk.local",
} as const;

type Options = { web?: number; viewport?: { width: number; height: number }; dark?: boolean };

/** A person in a browser of their own, signed in at the web process that they came to. */
export async function signedIn(
  browser: Browser,
  who: keyof typeof accounts,
  { web = 0, viewport, dark = false }: Options = {},
): Promise<Visitor> {
  const { webs } = await topology();
  const url = webs[web] ?? "";
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: dark ? "dark" : "light",
    ...(viewport === undefined ? {} : { viewport }),
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(accounts[who]);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return { page, context, url };
}
