import { expect, test } from "@playwright/test";
import { expectFitIn, type Look } from "../support/looks";
import { signedIn } from "../support/people";

const looks: readonly Look[] = ["wide, light", "wide, dark", "phone, dark", "phone, light"];
/** What admins see is looked at with all their other places. */
const screens = {
  mia: [
    { path: "/tickets?view=open", shows: "grid" },
    { path: "/notifications", shows: "main" },
    { path: "/me", shows: "main" },
    { path: "/drafts", shows: "main" },
    { path: "/knowledge", shows: "main" },
  ],
  jonas: [
    { path: "/portal", shows: "main" },
    { path: "/portal/help/en", shows: "main" },
    { path: "/portal/ask", shows: "main" },
  ],
} as const;

for (const who of ["mia", "jonas"] as const)
  test(`every screen of ${who} is accessible and fits, wide and on a phone, light and dark`, async ({
    browser,
  }) => {
    const { page, context } = await signedIn(browser, who);
    for (const { path, shows } of screens[who]) {
      await page.goto(path);
      await expect(page.getByRole(shows).first()).toBeVisible();
      await expectFitIn(page, looks);
    }
    await context.close();
  });
