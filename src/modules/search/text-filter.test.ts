import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import { fieldRegistry, matches } from "@/modules/filters";
import { readFilter, ticketPage, whereOf } from "@/modules/tickets";
import { ticketFields } from "@/modules/tickets/client";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aScene } from "@/testing/scene";

let services: TestServices;
let anna: Actor;
let mia: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(() => services.close());

async function asks(subject: string, body: string) {
  const given = { commandId: aCommandId(), subject, body };
  return createTicket.execute(anna, createTicket.schema.parse(given));
}

async function listed(filter: string): Promise<number[]> {
  const where = await whereOf(mia, readFilter(filter).expression);
  const page = await ticketPage(mia, { where, sort: "oldest" });
  return page.rows.map((row) => row.number);
}

test("a list filters by what messages, subjects and tags say, and by what they do not", async () => {
  const pump = await asks("The pump", "It hums all night.");
  const vent = await asks("The vent", "It jams; the pumps are fine.");
  const note = await asks("Silent", "Nothing.");
  await reply.execute(
    mia,
    reply.schema.parse({
      commandId: aCommandId(),
      ticketId: note.ticketId,
      kind: "note",
      body: "Probably the pump, humming.",
    }),
  );
  expect(await listed("pump")).toEqual([pump.number, vent.number, note.number]);
  expect(await listed("pump jam")).toEqual([vent.number]);
  expect(await listed("hums -silent")).toEqual([pump.number]);
  expect(await listed('"all night"')).toEqual([pump.number]);
  expect(await listed('"night all"')).toEqual([]);
  expect(await listed("-pump")).toEqual([]);
  expect(await listed("-jams")).toEqual([pump.number, note.number]);
  expect(await listed("jams OR probably")).toEqual([vent.number, note.number]);
});

test("a list filters by what custom fields say", async () => {
  const { number, ticketId } = await asks("The handle", "It broke.");
  const fields = JSON.stringify({ serial: "QX-77120", ticked: true });
  await db.write.rows(sql`update tickets set fields = ${fields} where id = ${ticketId}`);
  expect(await listed("77120")).toEqual([number]);
  expect(await listed('"QX 77120"')).toEqual([number]);
  expect(await listed("77121")).toEqual([]);
  expect(await listed("true")).toEqual([]);
  expect(await listed("handle -77120")).toEqual([]);
});

test("a list filters by files", async () => {
  const { number } = await aScene(anna);
  expect(await listed("has:attachment")).toEqual([number]);
  expect(await listed("no:attachment")).not.toContain(number);
  expect(await listed("-has:file pump")).toHaveLength(3);
});

test("whether an event's row has such words or files only the database knows", async () => {
  const fields = fieldRegistry(ticketFields);
  const [row] = (await ticketPage(mia, { where: sql`true`, sort: "oldest" })).rows;
  if (row === undefined) throw new Error("There is no ticket.");
  for (const filter of ["pump", "-pump", "has:attachment", "no:file"]) {
    const { expression } = readFilter(filter);
    expect(matches(expression, row, { fields, now: new Date(0) }), filter).toBe("unknown");
  }
});
