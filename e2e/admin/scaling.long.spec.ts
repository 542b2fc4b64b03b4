import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import * as z from "zod";
import { signedIn, type Visitor } from "../support/people";
import { order } from "../support/topology";

/** Figures are written every ten seconds and looked at every half minute, on any machine. */
const seen = { timeout: 120_000 };
const waitingAbove = 10;

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await page.getByRole("textbox", { name: label, exact: true }).fill(value);
}

/** Writes numbers into one card of the thresholds, says why, and sees them count. */
async function setFigures(page: Page, card: string, values: Readonly<Record<string, string>>) {
  await page.goto("/admin/figures");
  const heading = page.getByRole("heading", { name: card, exact: true });
  // The page itself is a section, too: the innermost is the card.
  const form = page.locator("section").filter({ has: heading }).last();
  const button = form.getByRole("button", { name: "Let it count" });
  await expect(async () => {
    for (const [label, value] of Object.entries(values))
      await form.getByRole("textbox", { name: label }).fill(value);
    await form.getByLabel("Reason").fill("We watch a small machine");
    await expect(button).toBeEnabled({ timeout: 2_000 });
  }).toPass(seen);
  await button.click();
  await expect(form.getByText("Counts now")).toBeVisible();
}

const figuresSchema = z.object({
  result: z.object({
    data: z.object({ tables: z.array(z.object({ figure: z.string(), version: z.number() })) }),
  }),
});
const scalingSchema = z.object({
  result: z.object({
    data: z.object({ subjects: z.array(z.object({ subject: z.string(), version: z.number() })) }),
  }),
});

async function call({ context, url }: Visitor, name: string, data: Record<string, unknown>) {
  const said = await context.request.post(`/api/trpc/${name}`, {
    data: { commandId: randomUUID(), ...data },
    headers: { origin: url },
  });
  expect(said.status(), name).toBe(200);
}

/** The founding values again, for whoever comes after us. */
async function asFounded(ada: Visitor): Promise<void> {
  const ask = async (name: string) => (await ada.context.request.get(`/api/trpc/${name}`)).json();
  const reason = "The trial is over";
  const { tables } = figuresSchema.parse(await ask("capacity.figures")).result.data;
  for (const { figure, version } of tables)
    if (version > 0)
      await call(ada, "capacity.setFigures", { figure, set: null, seenVersion: version, reason });
  const { subjects } = scalingSchema.parse(await ask("capacity.scaling")).result.data;
  for (const { subject, version } of subjects)
    if (version > 0)
      await call(ada, "capacity.setScalingPolicy", {
        ...{ subject, policy: null, reason },
        seenVersion: version,
      });
}

const pageSchema = z.object({
  result: z.object({
    data: z.object({ rows: z.array(z.object({ id: z.string(), updatedAt: z.string() })) }),
  }),
});
const tag = "autumn-round";
const lanes = ["urgent", "high", "medium", "low"].map((each) => `priority:${each} -status:closed`);

/** A page of tickets is tagged, or untagged, as an agent does it who chose them all. */
async function changePage(mia: Visitor, filter: string, adds: boolean): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ filter }));
  const said = await mia.context.request.get(`/api/trpc/tickets.list?input=${input}`);
  const { rows } = pageSchema.parse(await said.json()).result.data;
  if (rows.length === 0) return;
  const deed = { kind: "tags", add: adds ? [tag] : [], remove: adds ? [] : [tag] };
  const tickets = rows.map(({ id, updatedAt }) => ({ ticketId: id, updatedAt }));
  await call(mia, "bulk.changeSome", { deed, tickets });
}

/**
 * Changes that never end, page after page: after each all the promises of its tickets are looked at,
 * and their queue does a hundred a second, whatever the machine.
 */
function startLoad(mia: Visitor): { stop(): Promise<void> } {
  let round = 0;
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    if (running !== null) return;
    round += 1;
    const adds = round % 2 === 1;
    running = Promise.allSettled(lanes.map((filter) => changePage(mia, filter, adds))).finally(
      () => {
        running = null;
      },
    );
  }, 1_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await Promise.all(lanes.map((filter) => changePage(mia, filter, false)));
    },
  };
}

test("work that comes faster than it goes turns the tile, opens an incident and brings a worker, which goes when it is done", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const ada = await signedIn(browser, "ada");
  const mia = await signedIn(browser, "mia");
  const { page } = ada;
  let load: ReturnType<typeof startLoad> | undefined;
  try {
    await setFigures(page, "Indicators", {
      "Queue depth: warning above": String(waitingAbove),
    });
    await setFigures(page, "Incidents", {
      "Looks in a row, one every half minute: bad ones that open it": "1",
      "Looks in a row, one every half minute: good ones that end it": "1",
    });
    await page.goto("/admin/scaling");
    const apply = page.getByRole("button", { name: "Apply rule" });
    await expect(async () => {
      const choice = page.getByLabel("Change or try the rule of");
      await choice.selectOption({ label: "Workers for sla-checks" });
      await fill(page, {
        "One more above": String(waitingAbove),
        "Up: for so long, in seconds": "1",
        "Up: then rest, in seconds": "5",
        "One fewer below": "5",
        "Down: for so long, in seconds": "30",
        "Down: then rest, in seconds": "5",
      });
      await page.getByLabel("Reason").fill("Minutes instead of an afternoon");
      await expect(page.getByText(`stands above ${waitingAbove} for 1 s`)).toBeVisible({
        timeout: 2_000,
      });
      await expect(apply).toBeEnabled({ timeout: 2_000 });
    }).toPass(seen);
    await apply.click();
    await expect(page.getByText("Counts now")).toBeVisible();

    await order({ what: "supervise" });
    load = startLoad(mia);
    const asked = `waiting [\\d.]+ above ${waitingAbove} for [\\d.]+ s, cooldown over: 2 to 3`;
    await expect(page.getByText(new RegExp(asked)).first()).toBeVisible(seen);
    await page.goto("/admin/processes");
    await expect(page.getByText("All 7 processes are in order.")).toBeVisible(seen);

    await page.goto("/admin");
    const tile = page
      .getByRole("list", { name: "Indicators" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "Queue depth" }) });
    await expect(tile.getByRole("link", { name: "Scale workers" })).toBeVisible(seen);
    await load.stop();
    load = undefined;
    await page.goto("/admin/incidents");
    const incident = page.getByRole("link", { name: "Queue depth is high" }).first();
    await expect(incident).toBeVisible(seen);
    await incident.click();

    await expect(page.getByText("Queue depth is high: over.")).toBeVisible(seen);
    await page.goto("/admin/scaling");
    await expect(page.getByText(/cooldown over: 3 to 2$/).first()).toBeVisible(seen);
    await page.goto("/admin/processes");
    await expect(page.getByText("All 6 processes are in order.")).toBeVisible(seen);
    await page.goto("/admin");
    await expect(tile.getByText("In order")).toBeVisible(seen);
  } finally {
    await load?.stop();
    await order({ what: "leave-alone" });
    await asFounded(ada);
    await Promise.all([ada.context.close(), mia.context.close()]);
  }
});
