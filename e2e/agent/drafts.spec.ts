import { expect, test } from "@playwright/test";
import { signedIn } from "../support/people";

test("a reply keeps its text and its files while one looks at the note", async ({ browser }) => {
  const { page, context } = await signedIn(browser, "mia");
  await page.goto("/tickets");
  await expect(page.getByRole("grid")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const reply = page.getByRole("tabpanel", { name: "Reply" });
  // The rich text has taken over from the plain field, with its text.
  const rich = page.locator("#composer[contenteditable=true]");
  const note = page.getByRole("tabpanel", { name: "Note" });
  await expect(rich).toBeVisible({ timeout: 60_000 });
  await reply.getByRole("textbox").fill("With a photo.");
  await reply.locator("input[type=file]").setInputFiles({
    name: "vent.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("It jams at 12:00."),
  });
  await expect(reply.getByText("Ready")).toBeVisible();
  await page.getByRole("tab", { name: "Note" }).click();
  await expect(note.getByRole("textbox")).toHaveText("");
  await expect(note.getByText("vent.txt")).toHaveCount(0);
  await page.getByRole("tab", { name: "Reply" }).click();
  await expect(reply.getByRole("textbox")).toHaveText("With a photo.");
  await expect(reply.getByText("vent.txt")).toBeVisible();
  await expect(reply.getByText("Ready")).toBeVisible();
  await reply.getByRole("button", { name: "Remove vent.txt" }).click();
  await reply.getByRole("textbox").fill("");
  await context.close();
});
