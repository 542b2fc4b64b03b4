import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { observeStatements } from "@/platform/database";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
let anna: Actor;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(() => services.close());

const asks = () => {
  const given = { commandId: aCommandId(), subject: "The vent jams", body: "At noon." };
  return createTicket.execute(anna, createTicket.schema.parse(given));
};

/** How many statements each page sends, with as many tickets as there are. */
async function statementsOf(number: number): Promise<Record<string, number>> {
  const pages = {
    "tickets.list": { filter: "status:open", sort: "updated" },
    "views.counts": undefined,
    "tickets.get": { number },
    "requests.list": {},
    "notifications.inbox": {},
    "notifications.unread": undefined,
  };
  const counted: Record<string, number> = {};
  for (const [path, input] of Object.entries(pages)) {
    const { statements } = await observeStatements(() => callAs(path, mia, input));
    counted[path] = statements.length;
  }
  return counted;
}

test("a page asks the database as often for many tickets as for one", async () => {
  const { number } = await asks();
  const withOne = await statementsOf(number);
  for (let more = 0; more < 60; more++) await asks();
  expect(await statementsOf(number)).toEqual(withOne);
  expect(withOne["tickets.list"]).toBe(1);
  // Which views there are, and all their numbers at once.
  expect(withOne["views.counts"]).toBe(2);
  expect(withOne["notifications.inbox"]).toBe(1);
  expect(withOne["notifications.unread"]).toBe(1);
  expect(withOne["tickets.get"]).toBeLessThanOrEqual(3);
});

test("asking is one transaction of a fixed number of statements", async () => {
  const first = await observeStatements(asks);
  const second = await observeStatements(asks);
  expect(second.statements.length).toBe(first.statements.length);
  expect(second.statements.filter(({ text }) => text === "begin")).toHaveLength(1);
  expect(second.statements.length).toBeLessThanOrEqual(11);
});
