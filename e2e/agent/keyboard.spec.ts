import { expect, test } from "@playwright/test";
import { signedIn, type Visitor } from "../support/people";

let mia: Visitor;
test.beforeEach(async ({ browser }) => {
  mia = await signedIn(browser, "mia");
  await mia.page.goto("/tickets");
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

test("a colleague is found by name and given the ticket without a pointer", async () => {
  const { page } = mia;
  await page.goto("/tickets");
  await expect(page.getByRole("grid")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Messages" })).toBeVisible();
  const opener = page.getByRole("button", { name: /^Assignee/ });
  const field = page.getByRole("combobox", { name: "Assignee" });
  await expect(async () => {
    await page.keyboard.press("a");
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  const found = page.getByRole("listbox", { name: "Assignee" }).getByRole("option");
  await expect(found.and(page.getByRole("option", { selected: true }))).toHaveText(/Me$/);
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await page.keyboard.type("nobody is called so");
  await expect(page.getByText("Nobody here is called so")).toBeVisible();
  await field.fill("mia");
  await expect(found).toHaveText([/Mia .*\(me\)/]);
  await page.keyboard.press("Enter");
  await expect(opener).toHaveAccessibleName(/^Assignee: Mia/);
  await expect(opener).toBeFocused();
});

/** Scripts that a page does not name itself wait until one says so. */
async function holdLateScripts({ page, context }: Visitor, address: string): Promise<() => void> {
  const html = await (await context.request.get(address)).text();
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const isFirst = html.includes(new URL(route.request().url()).pathname);
    if (!isFirst) await released;
    await route.continue();
  });
  return release;
}

test("what one types while a dialog is on its way goes into the dialog, and moves nothing", async () => {
  const { page } = mia;
  await page.getByRole("grid").getByRole("row").nth(1).waitFor();
  const address = page.url();
  const release = await holdLateScripts(mia, address);
  await page.goto(address);
  await expect(page.getByRole("grid")).toBeVisible();
  await page.getByRole("grid").focus();
  // From now on keys answer: the list has moved by one.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[role=row][data-current], [role=row]:focus")).not.toHaveCount(0, {
      timeout: 1_000,
    });
  }).toPass();
  const place = page.url();
  await page.keyboard.press("/");
  await page.keyboard.type("heater");
  release();
  const field = page.getByRole("combobox", { name: "Search" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("heater");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  expect(page.url()).toBe(place);
});

test("what is sent before the composer has come goes as soon as it has", async () => {
  const { page } = mia;
  await page.getByRole("grid").getByRole("row").nth(1).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tickets\/\d+/);
  const address = page.url();
  const release = await holdLateScripts(mia, address);
  await page.goto(address);
  const words = `Sent in a hurry ${process.pid}.`;
  const note = page.getByRole("tab", { name: "Note" });
  await expect(async () => {
    await note.click();
    await expect(note).toHaveAttribute("aria-selected", "true", { timeout: 1_000 });
  }).toPass();
  const box = page.getByRole("tabpanel", { name: "Note" }).getByRole("textbox");
  await box.fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").getByText(words)).toHaveCount(0);
  release();
  await expect(page.getByRole("article").getByText(words)).toBeVisible();
  await expect(box).toHaveText("");
});
