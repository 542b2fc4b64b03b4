import { expect, type Locator, type Page, test } from "@playwright/test";
import { signedIn, type Visitor } from "../support/people";

let mia: Visitor;
let jonas: Visitor;
test.beforeEach(async ({ browser }) => {
  [mia, jonas] = await Promise.all([signedIn(browser, "mia"), signedIn(browser, "jonas")]);
});
test.afterEach(async () => {
  await mia.context.close();
  await jonas.context.close();
});

/** A word that nothing else says, so that runs do not find each other's tickets. */
const aWord = () =>
  `quag${Array.from({ length: 9 }, () => "bdfghklm"[Math.floor(Math.random() * 8)]).join("")}`;

async function ask(page: Page, subject: string, body: string): Promise<void> {
  await page.goto("/portal/ask");
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await page.getByRole("textbox", { name: "Details" }).fill(body);
  await page.getByRole("button", { name: /^Send/ }).click();
  await expect(page.getByText(/#\d{5}/).first()).toBeVisible();
}

/** The search, opened from the queue by its key. */
async function openSearch(page: Page): Promise<Locator> {
  await page.goto("/tickets");
  await expect(page.getByRole("grid")).toBeVisible();
  const field = page.getByRole("combobox", { name: "Search" });
  // Keys answer when the page is awake.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  return field;
}

test("what a customer wrote is found by keyboard alone, opened at its place and marked", async () => {
  const word = aWord();
  await ask(jonas.page, "A plain matter", `The ${word} in the corner is loose.`);
  const { page } = mia;
  await openSearch(page);
  await page.keyboard.type(word);
  const found = page.getByRole("option").filter({ hasText: "A plain matter" });
  await expect(found.locator("mark")).toHaveText(word);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const hit = page.getByRole("article").filter({ hasText: word });
  await expect(hit).toBeInViewport();
  await expect(hit).toBeFocused();
  await expect(hit).toHaveAttribute("data-hit", "true");
  expect(await page.evaluate(() => CSS.highlights.get("search-hit")?.size)).toBe(1);
  expect(new URL(page.url()).searchParams.get("hit")).not.toBeNull();
});

test("fields complete, become chips that can be dropped, and a wrong one has a guess", async () => {
  const { page } = mia;
  const field = await openSearch(page);
  await page.keyboard.type("sta");
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue("status:");
  await page.keyboard.type("op");
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue(/^status:open $/i);
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.getByRole("button", { name: /^Remove / }).click();
  await expect(field).toHaveValue("");
  await page.keyboard.type("asignee:me");
  await page.getByRole("button", { name: "Write assignee" }).click();
  await expect(field).toHaveValue("assignee:me");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
});

test("a list's own filter completes as search does, takes a name, and says who nobody is", async () => {
  const { page } = mia;
  await page.goto("/tickets");
  await expect(page.getByRole("grid")).toBeVisible();
  const filter = page.getByRole("searchbox", { name: "Filter" });
  await filter.fill("status:open ass");
  await expect(page.getByRole("list", { name: "Completions" })).toBeVisible();
  await filter.press("Tab");
  await expect(filter).toHaveValue("status:open assignee:");
  await expect(filter).toBeFocused();
  await page.keyboard.type("mia");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=status%3Aopen\+assignee%3Amia/);
  await expect(page.getByRole("grid").getByRole("row").first()).toBeVisible();
  await filter.fill("assignee:nobodyatall");
  await filter.press("Enter");
  await expect(page.getByText(/Nobody is called .nobodyatall./)).toBeVisible();
});

test("what is searched for becomes a list, which can be kept as a view", async () => {
  const { page } = mia;
  const field = await openSearch(page);
  await page.keyboard.type("status:open assignee:me ");
  await page.getByRole("button", { name: "Show as a list, to keep it as a view" }).click();
  await expect(field).toHaveCount(0);
  await expect(page.getByRole("searchbox", { name: "Filter" })).toHaveValue(
    "status:open assignee:me",
  );
  await expect(page.getByText("unsaved")).toBeVisible();
});

test("nothing found says so and offers to drop what is in the way", async () => {
  const { page } = mia;
  await page.goto("/search");
  const field = page.getByRole("combobox", { name: "Search" });
  await field.fill(`${aWord()} status:open`);
  await expect(page.getByRole("heading", { name: "Nothing says that" })).toBeVisible();
  await page.getByRole("button", { name: /^Without quag/ }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  // The address says it, so that it can be sent on.
  await expect(page).toHaveURL(/\?q=status%3Aopen/);
  await page.reload();
  await expect(field).toHaveValue(/^status:open/);
});

test("a customer finds their own request in the portal, and no note of ours", async () => {
  const [word, secret] = [aWord(), aWord()];
  await ask(jonas.page, "Another matter", `My ${word} is worn.`);
  await mia.page.goto(`/search`);
  await mia.page.getByRole("combobox", { name: "Search" }).fill(word);
  await expect(mia.page.getByRole("option").first()).toBeVisible();
  await mia.page.keyboard.press("Enter");
  await expect(mia.page.getByRole("article").filter({ hasText: word })).toBeVisible();
  await mia.page.keyboard.press("n");
  await mia.page.keyboard.type(`Mind the ${secret}.`);
  await mia.page.keyboard.press("Control+Enter");
  await expect(mia.page.getByRole("article").filter({ hasText: secret })).toBeVisible();
  const { page } = jonas;
  await page.goto("/portal");
  const search = page.getByRole("searchbox", { name: "Search my requests" });
  await search.fill(word);
  await search.press("Enter");
  await expect(page.getByRole("link", { name: /Another matter/ }).locator("mark")).toHaveText(word);
  await page.getByRole("searchbox", { name: "Search my requests" }).fill(secret);
  await page.getByRole("searchbox", { name: "Search my requests" }).press("Enter");
  await expect(
    page.getByRole("status").filter({ hasText: "Nothing in your requests" }),
  ).toBeVisible();
});
