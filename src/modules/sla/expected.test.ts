import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import { ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { expectedAnswer } from "./queries/expected";

let services: TestServices;
let anna: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
});
afterAll(() => services.close());

async function asks(): Promise<{ ticketId: string; number: number }> {
  const given = { commandId: aCommandId(), subject: "The vent jams", body: "At noon." };
  return createTicket.execute(anna, createTicket.schema.parse(given));
}
const expected = async (number: number) => expectedAnswer(await ticketHead(anna, number));

test("who asked is told the promised moment at once, and no more once they were answered", async () => {
  // By the policy that every installation begins with.
  const { ticketId, number } = await asks();
  const { by } = await expected(number);
  const head = await ticketHead(anna, number);
  expect(Date.parse(by ?? "")).toBeGreaterThan(Date.parse(head.row.createdAt));
  const mia = await aPerson({ role: "agent" });
  const answer = { commandId: aCommandId(), ticketId, kind: "reply", body: "Oil the hinge." };
  await reply.execute(mia, reply.schema.parse(answer));
  expect(await expected(number)).toEqual({ by: null });
});
