import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { topology } from "./topology";

export type Visitor = { page: Page; context: BrowserContext; url: string };

export const demoPassword = "demo-demo-demo";
export const accounts = {
  mia: "mia@demo.insightdesk.local",
  jonas: "jonas@demo.insightdesk.local",
  ada: "ada@demo.insightdesk.local",
} as const;
type Who = keyof typeof accounts;

type Options = { web?: number; viewport?: { width: number; height: number }; dark?: boolean };
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** What the browser of somebody holds who came in before; all web processes know the session. */
const cameIn = new Map<Who, Promise<Cookies>>();

async function comesIn(browser: Browser, who: Who, url: string): Promise<Cookies> {
  const context = await browser.newContext({ baseURL: url });
  const answer = await context.request.post("/api/auth/sign-in/email", {
    data: { email: accounts[who], password: demoPassword },
    headers: { origin: url },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/**
 * A person in a browser of their own, who signed in before; the page is still empty. The form
 * itself is proved on the first day, without a script, and by Next alone.
 */
export async function signedIn(
  browser: Browser,
  who: Who,
  { web = 0, viewport, dark = false }: Options = {},
): Promise<Visitor> {
  const { webs } = await topology();
  const url = webs[web] ?? "";
  const cookies = cameIn.get(who) ?? comesIn(browser, who, url);
  cameIn.set(who, cookies);
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: dark ? "dark" : "light",
    ...(viewport === undefined ? {} : { viewport }),
  });
  await context.addCookies(await cookies);
  return { page: await context.newPage(), context, url };
}
