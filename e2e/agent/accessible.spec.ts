import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signedIn } from "../support/people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const screens = [
  { who: "mia", path: "/tickets?view=open", shows: "grid" },
  { who: "mia", path: "/notifications", shows: "main" },
  { who: "mia", path: "/me", shows: "main" },
  { who: "mia", path: "/drafts", shows: "main" },
  { who: "mia", path: "/knowledge", shows: "main" },
  { who: "jonas", path: "/portal", shows: "main" },
  { who: "jonas", path: "/portal/help/en", shows: "main" },
  { who: "jonas", path: "/portal/ask", shows: "main" },
  { who: "ada", path: "/admin", shows: "main" },
  { who: "ada", path: "/admin/people", shows: "main" },
  { who: "ada", path: "/admin/people/roles", shows: "main" },
] as const;

for (const [size, viewport] of Object.entries(sizes))
  for (const dark of [false, true])
    test(`every screen is accessible and fits, ${size}, ${dark ? "dark" : "light"}`, async ({
      browser,
    }) => {
      for (const { who, path, shows } of screens) {
        const visitor = await signedIn(browser, who, { viewport, dark });
        await visitor.page.goto(path);
        await expect(visitor.page.getByRole(shows).first()).toBeVisible();
        const found = await new AxeBuilder({ page: visitor.page }).withTags(tags).analyze();
        expect(found.violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual(
          [],
        );
        const sideways = await visitor.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
        await visitor.context.close();
      }
    });
