import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import * as z from "zod";
import { letGo } from "../support/held";
import { signedIn, type Visitor } from "../support/people";
import { inDatabase } from "../support/topology";

/** A state is waited for, never a time. */
const soon = { timeout: 60_000 };

let mia: Visitor;
let jonas: Visitor;
let number = 0;

test.beforeEach(async ({ browser }) => {
  mia = await signedIn(browser, "mia");
  jonas = await signedIn(browser, "jonas", { web: 1 });
  const asked = await jonas.context.request.post("/api/trpc/tickets.create", {
    data: { commandId: randomUUID(), subject: `The vent ${randomUUID()}`, body: "It jams." },
    headers: { origin: jonas.url },
  });
  const answer = z.object({ result: z.object({ data: z.object({ number: z.number() }) }) });
  number = answer.parse(await asked.json()).result.data.number;
  await mia.page.goto(`/tickets/${number}?view=open`);
  await expect(mia.page.locator("#composer[contenteditable=true]")).toBeVisible(soon);
});
test.afterEach(async () => {
  await mia.context.close();
  await jonas.context.close();
});

test("an answer goes from the mailbox and with the blind copy that stand above it, and says how far it came", async () => {
  const { page } = mia;
  const sending = page.getByRole("region", { name: "How it is mailed" });
  // Who only reads is not asked.
  await expect(page.locator("#composer")).toBeVisible(soon);
  await expect(sending).toHaveCount(0);
  await page.locator("#composer").click();
  await sending
    .getByRole("combobox")
    .selectOption({ label: "Schools <schools@fjordfern.example>" });
  await sending.getByRole("button", { name: "Add a blind copy" }).click();
  await page.getByRole("textbox", { name: "Blind copy of my next answer" }).fill("boss@x.example");
  await page.keyboard.press("Enter");
  await expect(sending.getByText("Blind copy to boss@x.example")).toBeVisible(soon);
  await page.locator("#composer").click();
  await page.keyboard.type("Hold its button for five seconds.");
  await page.keyboard.press("Control+Enter");
  await letGo(number);
  const mail = page.getByRole("list", { name: "Mail", exact: true });
  await expect(mail.getByText(/jonas@.*1 blind copy/)).toBeVisible(soon);
  // It held for this answer alone.
  await expect(sending.getByText("Blind copy to boss@x.example")).toBeHidden(soon);
  const [row] = z.array(z.object({ from_address: z.string(), bcc: z.array(z.string()) })).parse(
    await inDatabase(
      `select from_address, bcc from outgoing_mails join tickets on tickets.id = ticket_id
         where number = $1 and kind = 'reply'`,
      [number],
    ),
  );
  expect(row).toEqual({ from_address: "schools@fjordfern.example", bcc: ["boss@x.example"] });
});

test("somebody else is asked with a file, in their language, and the customer sees nothing of it", async () => {
  const { page } = mia;
  await page.getByRole("button", { name: "Ask somebody else" }).click();
  const ask = page.getByRole("dialog", { name: "Ask somebody else" });
  await ask.getByLabel("To", { exact: true }).fill("carrier@parcels.example");
  await ask.getByLabel("Subject").fill("Parcel 4711");
  await ask.getByLabel("What you ask").fill("Wo ist es?");
  await ask
    .locator("input[type=file]")
    .setInputFiles({ name: "label.txt", mimeType: "text/plain", buffer: Buffer.from("Label.") });
  await expect(ask.getByText("Ready", { exact: true })).toBeVisible(soon);
  await ask.getByRole("combobox").selectOption({ label: "Deutsch" });
  await ask.getByRole("button", { name: "Send to carrier@parcels.example" }).click();
  await expect(ask).toBeHidden(soon);
  await page.getByRole("button", { name: /Parcel 4711/ }).click();
  const side = page.getByRole("dialog", { name: "Parcel 4711" });
  await expect(side.getByText("label.txt").first()).toBeVisible(soon);
  await expect(side.getByText(/(Mailed to|development mailbox for) carrier@/)).toBeVisible(soon);
  await jonas.page.goto(`/portal/requests/${number}`);
  await expect(jonas.page.getByText("It jams.")).toBeVisible(soon);
  expect(await jonas.page.content()).not.toMatch(/4711|carrier@|label\.txt/);
});
