import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import * as z from "zod";
import { signedIn, type Visitor } from "../support/people";

const created = z.object({ result: z.object({ data: z.object({ number: z.number() }) }) });

async function asks({ page, url }: Visitor): Promise<number> {
  const answer = await page.request.post("/api/trpc/tickets.create", {
    headers: { origin: url },
    data: { commandId: randomUUID(), subject: "The clock of the vent", body: "It jams." },
  });
  return created.parse(await answer.json()).result.data.number;
}

test("an agent sees what is left, opens why by W, and pauses the clock from there", async ({
  browser,
}) => {
  const jonas = await signedIn(browser, "jonas");
  const mia = await signedIn(browser, "mia");
  const number = await asks(jonas);
  await mia.page.goto(`/tickets/${number}?view=open`);
  const clock = mia.page.getByRole("button", { name: /Why this time/ });
  await expect(clock).toBeVisible({ timeout: 60_000 });
  await expect(clock).toHaveText(/left|Paused/);
  await mia.page.getByRole("heading", { name: /The clock of the vent/ }).focus();
  await mia.page.keyboard.press("w");
  const why = mia.page.getByRole("dialog", { name: "Why this time" });
  await expect(why.getByText(/First response (due|paused)/)).toBeVisible();
  await expect(why.getByText("Everybody")).toBeVisible();
  await expect(why.getByText("Workshop hours, Berlin")).toBeVisible();
  await expect(why.getByText(/of 27 h counted/).first()).toBeVisible();
  await why.getByRole("button", { name: "Set Pending now: this clock pauses" }).first().click();
  await expect(clock).toHaveText(/Paused/, { timeout: 60_000 });
  await mia.page.keyboard.press("w");
  await expect(why.getByText(/First response paused/)).toBeVisible();
  await mia.page.keyboard.press("Escape");
  await expect(why).toHaveCount(0);
  await expect(clock).toBeFocused();
  await jonas.context.close();
  await mia.context.close();
});

test("a list by what is due counts down in its rows", async ({ browser }) => {
  const mia = await signedIn(browser, "mia");
  await mia.page.goto("/tickets?view=active&sort=due");
  await expect(mia.page.getByRole("grid")).toBeVisible();
  await expect(mia.page.getByRole("row").first()).toHaveText(/left|late|Paused/);
  await mia.context.close();
});
