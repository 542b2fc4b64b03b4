import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import * as z from "zod";
import { letGo } from "../support/held";
import { eventsKept } from "../support/limits";
import { signedIn, type Visitor } from "../support/people";
import { inDatabase, order } from "../support/topology";

/** Right again, however long the way back is: a state is waited for, never a time. */
const mended = { timeout: 60_000 };

async function ask(page: Page, subject: string): Promise<number> {
  await page.goto("/portal/ask");
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await page.getByRole("textbox", { name: "Details" }).fill("The vent **jams** at noon.");
  await page
    .getByLabel("Add files")
    .or(page.locator("input[type=file]"))
    .first()
    .setInputFiles({
      name: "vent.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("It jams at 12:00."),
    });
  await expect(page.getByText("vent.txt")).toBeVisible();
  await page.getByRole("button", { name: /^Send/ }).click();
  await expect(page.getByText(/#\d{5}/).first()).toBeVisible();
  const number = Number(
    /#(\d{5})/.exec(
      (await page
        .getByText(/#\d{5}/)
        .first()
        .textContent()) ?? "",
    )?.[1],
  );
  expect(number).toBeGreaterThan(10_000);
  return number;
}

async function write(page: Page, kind: "Reply" | "Note", text: string): Promise<void> {
  await page.getByRole("tab", { name: kind }).click();
  await page.getByRole("tabpanel", { name: kind }).getByRole("textbox").fill(text);
  await page.keyboard.press("Control+Enter");
}

async function answer(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: /reply|answer|message/i }).fill(text);
  await page.getByRole("button", { name: /^Send/ }).click();
}

let jonas: Visitor;
let mia: Visitor;
let number = 0;
const subject = `The vent jams ${process.pid}`;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  jonas = await signedIn(browser, "jonas", { web: 0, viewport: { width: 390, height: 844 } });
  mia = await signedIn(browser, "mia", { web: 1 });
});
test.afterAll(async () => {
  await order({ what: "start", name: "realtime-2" }).catch(() => undefined);
  await order({ what: "start", name: "web-1" }).catch(() => undefined);
  await jonas.context.close();
  await mia.context.close();
});

const thread = ({ page }: Visitor) => page.getByRole("list", { name: /^(Messages|Conversation)$/ });

test("a question appears in the agent's queue at another server, with its file and its mail", async () => {
  await mia.page.goto("/tickets?view=unassigned");
  await expect(mia.page.getByRole("grid")).toBeVisible();
  number = await ask(jonas.page, subject);
  await mia.page.goto("/tickets?view=open&sort=updated");
  await expect(mia.page.getByRole("row", { name: new RegExp(subject) })).toBeVisible(mended);
  await expect
    .poll(
      async () =>
        inDatabase("select state from outgoing_mails where subject like $1", [`%${subject}%`]),
      mended,
    )
    .toEqual([{ state: "sent" }]);
});

test("a second question appears without a reload, and the counts change", async () => {
  const second = `${subject} again`;
  await mia.page.mouse.move(5, 5);
  await ask(jonas.page, second);
  const row = mia.page.getByRole("row", { name: new RegExp(second) });
  const bar = mia.page.getByRole("button", { name: /new/ });
  await expect(row.or(bar).first()).toBeVisible(mended);
});

test("a note stays inside, a reply arrives, and both sides see each other's words at once", async () => {
  await mia.page.goto(`/tickets/${number}?view=open`);
  await expect(thread(mia).getByText("jams at noon")).toBeVisible();
  await expect(thread(mia).getByText("vent.txt")).toBeVisible();
  await jonas.page.goto(`/portal/requests/${number}`);
  await expect(thread(jonas).getByText("jams at noon")).toBeVisible();
  await write(mia.page, "Note", "He wrote about this in May.");
  await expect(thread(mia).getByText("He wrote about this in May.")).toBeVisible();
  // Both can take their words back for the same seconds; then these go by themselves.
  await write(mia.page, "Reply", "Please oil the hinge.");
  await answer(jonas.page, "I have no oil.");
  await expect(jonas.page.getByText("Please oil the hinge.").first()).toBeVisible(mended);
  await expect(jonas.page.getByText("He wrote about this in May.")).toHaveCount(0);
  await expect(thread(mia).getByText("I have no oil.").first()).toBeVisible(mended);
});

test("status, priority and assignee change, and the history tells it in words", async () => {
  await mia.page.getByRole("button", { name: /^Priority:/ }).click();
  await mia.page
    .getByRole("menuitemradio", { name: "High" })
    .or(mia.page.getByRole("menuitem", { name: "High" }))
    .first()
    .click();
  await expect(mia.page.getByRole("button", { name: "Priority: High" })).toBeVisible();
  await expect(mia.page.getByText(/changed the priority from Medium to High/).first()).toBeVisible(
    mended,
  );
});

test("a killed realtime server is survived without a reload", async () => {
  await order({ what: "kill", name: "realtime-2" });
  await answer(jonas.page, "While you were away.");
  await letGo(number, "While you were away.");
  await order({ what: "start", name: "realtime-2" });
  await expect(thread(mia).getByText("While you were away.").first()).toBeVisible(mended);
});

test("a restarted Valkey loses nothing and doubles nothing", async () => {
  await order({ what: "restart-valkey" });
  await expect(async () => {
    await expect(jonas.page.getByRole("textbox", { name: /reply|answer|message/i })).toBeEnabled();
  }).toPass(mended);
  await answer(jonas.page, "After the restart.");
  await letGo(number, "After the restart.");
  await expect(thread(mia).getByText("After the restart.").first()).toBeVisible(mended);
  await expect
    .poll(
      async () =>
        inDatabase(
          "select count(*)::int as messages from ticket_messages join tickets on tickets.id = ticket_id where number = $1 and body_text like 'After the restart%'",
          [number],
        ),
      mended,
    )
    .toEqual([{ messages: 1 }]);
});

test("a network that was cut for longer than the log reaches is mended without a reload", async () => {
  const [ticket] = await inDatabase("select id from tickets where number = $1", [number]);
  const ticketId = z.object({ id: z.string() }).parse(ticket).id;
  const position = async () =>
    z
      .object({ last: z.coerce.number() })
      .parse((await inDatabase("select last from event_positions"))[0]).last;
  const before = await position();
  // The browser's switch leaves open sockets alone: the server at their other end falls silent.
  await mia.context.setOffline(true);
  await order({ what: "stop", name: "realtime-2" });
  await answer(jonas.page, "Into the void.");
  await letGo(number, "Into the void.");
  const priorities = ["low", "medium"];
  for (let turn = 0; turn < eventsKept * 2; turn++) {
    const data = { commandId: randomUUID(), ticketId, changes: { priority: priorities[turn % 2] } };
    const said = await mia.context.request.post("/api/trpc/tickets.update", {
      data,
      headers: { origin: mia.url },
    });
    expect(said.status()).toBe(200);
  }
  await expect.poll(async () => (await position()) - before, mended).toBeGreaterThan(eventsKept);
  await order({ what: "continue", name: "realtime-2" });
  await mia.context.setOffline(false);
  await expect(thread(mia).getByText("Into the void.").first()).toBeVisible(mended);
  await expect(mia.page.getByRole("button", { name: "Priority: Medium" })).toBeVisible(mended);
  // What happened is in its history, too, though folded.
  await expect(mia.page.getByText(/changed the priority from Low to Medium/)).not.toHaveCount(
    0,
    mended,
  );
});

test("a web process killed between commit and answer: the retry has the effect of one", async () => {
  const words = "Sent while the server died.";
  let killed = false;
  await jonas.page.route("**/api/trpc/tickets.reply*", async (route) => {
    if (killed) return route.continue();
    killed = true;
    await route.fetch();
    await order({ what: "kill", name: "web-1" });
    await route.abort("connectionreset");
    await order({ what: "start", name: "web-1" });
  });
  // The first answer never comes: whatever comes is that of the retry.
  const retried = jonas.page.waitForResponse(
    (response) => response.url().includes("tickets.reply") && response.ok(),
    mended,
  );
  await answer(jonas.page, words);
  await retried;
  await letGo(number, words);
  await expect(thread(mia).getByText(words).first()).toBeVisible(mended);
  expect(killed).toBe(true);
  const kept = await inDatabase(
    "select count(*)::int as messages from ticket_messages join tickets on tickets.id = ticket_id where number = $1 and body_text like $2",
    [number, `${words}%`],
  );
  expect(kept).toEqual([{ messages: 1 }]);
  await expect(thread(jonas).getByText(words)).toHaveCount(1);
});
