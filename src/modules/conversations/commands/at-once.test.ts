import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, messagePage, reply } from "@/modules/conversations";
import { ticketHead } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
let anna: Actor;
let agents: Actor[];
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  agents = await Promise.all(["Mia", "Max", "Zoe"].map((name) => aPerson({ role: "agent", name })));
});
afterAll(() => services.close());

test("agents who send at the same moment are all heard, one after the other, and none is lost", async () => {
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  const { ticketId, number } = await createTicket.execute(anna, createTicket.schema.parse(asked));
  const statuses = ["pending", undefined, "on_hold"];
  const sent = await Promise.all(
    agents.map((agent, place) => {
      const said = { ticketId, body: `I am ${agent.name}.`, setStatus: statuses[place] };
      return reply.execute(agent, reply.schema.parse({ commandId: aCommandId(), ...said }));
    }),
  );
  expect(new Set(sent.map(({ version }) => version)).size).toBe(agents.length);
  const { row, firstMessageAt } = await ticketHead(anna, number);
  const { messages } = await messagePage(anna, {
    ticketId,
    firstMessageAt: new Date(firstMessageAt),
    lastMessageAt: new Date(row.lastMessageAt),
  });
  expect(
    messages
      .slice(1)
      .map(({ author }) => author.name)
      .sort(),
  ).toEqual(["Max", "Mia", "Zoe"]);
  expect(row.version).toBe(Math.max(...sent.map(({ version }) => version)));
});
