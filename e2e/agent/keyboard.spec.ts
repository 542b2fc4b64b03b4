import { expect, test } from "@playwright/test";
import { signedIn, type Visitor } from "../support/people";

let mia: Visitor;
test.beforeEach(async ({ browser }) => {
  mia = await signedIn(browser, "mia");
});
test.afterEach(() => mia.context.close());

test("open, note, reply, undo by keyboard alone", async () => {
  const { page } = mia;
  await expect(page.getByRole("grid")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Messages" })).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByRole("tabpanel", { name: "Note" }).getByRole("textbox")).toBeFocused();
  await page.keyboard.type("By keyboard alone.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").getByText("By keyboard alone.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await expect(page.getByRole("tabpanel", { name: "Reply" }).getByRole("textbox")).toBeFocused();
  await page.keyboard.type("This I take back.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: /Undo/ }).first().click();
  await expect(page.getByRole("tabpanel", { name: "Reply" }).getByRole("textbox")).toContainText(
    "This I take back",
  );
});

test("the palette and the list of keys open and close by keyboard", async () => {
  const { page } = mia;
  await expect(page.getByRole("grid")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a menu opens by key, is walked, and gives the focus back", async () => {
  const { page } = mia;
  await expect(page.getByRole("grid")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Messages" })).toBeVisible();
  const opener = page.getByRole("button", { name: /^Priority/ });
  await opener.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(menu.locator(":focus")).toHaveRole("menuitem");
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(opener).toBeFocused();
  // The same by the action's own key, and by the pointer.
  await page.keyboard.press("p");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await opener.click();
  await expect(menu).toBeVisible();
  await opener.click();
  await expect(menu).toHaveCount(0);
});
