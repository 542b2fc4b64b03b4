import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { eventsAfter, lastPosition, placeEvents } from "@/platform/outbox";
import { rooms } from "@/platform/realtime";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { expectConverges, screenOf } from "@/testing/expect-converges";
import { decideNotifications } from "./commands/decide";
import { triage } from "./commands/triage";
import { wake } from "./commands/wake";
import { applyToInbox } from "./live";
import { snoozedRowsDue } from "./queries/due";
import { inbox } from "./queries/inbox";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(async () => {
  setClock(null);
  await services.close();
});

const inboxScreen = (agent: Actor) =>
  screenOf({
    name: `the inbox of ${agent.name}`,
    rooms: [rooms.person(agent.id), rooms.queue()],
    fetch: () => inbox(agent, {}),
    apply: applyToInbox,
    shown: ({ rows }) => rows,
  });

const deeds = [
  "assign",
  "ask again",
  "note",
  "rename",
  "decide",
  "done",
  "read",
  "unread",
  "snooze",
  "restore",
  "wake",
] as const;
type Deed = { deed: (typeof deeds)[number]; who: number; which: number };
const aDeed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom(...deeds),
  who: fc.nat(1),
  which: fc.nat(2),
});

async function aWorld() {
  const anna = await aPerson({ name: "Anna" });
  const agents = [
    await aPerson({ role: "agent", name: "Mia" }),
    await aPerson({ role: "agent", name: "Max" }),
  ] as const;
  const ask = () =>
    createTicket.execute(
      anna,
      createTicket.schema.parse({ commandId: aCommandId(), subject: "The vent", body: "It jams." }),
    );
  const tickets = [await ask(), await ask(), await ask()];
  let { last: decidedUpTo } = await lastPosition();
  const decide = async () => {
    while ((await placeEvents()) > 0);
    for (const event of await eventsAfter(decidedUpTo)) {
      decidedUpTo = event.position;
      await decideNotifications.execute(systemActor, { commandId: event.id, event });
    }
  };
  const does = async ({ deed, who, which }: Deed) => {
    const agent = agents[who] ?? agents[0];
    const other = agents[1 - who] ?? agents[1];
    const ticket = tickets[which] ?? tickets[0];
    if (ticket === undefined) return;
    const { ticketId, number } = ticket;
    const about = { commandId: aCommandId(), ticketId };
    switch (deed) {
      case "assign": {
        const change = { ...about, changes: { assigneeId: agent.id } };
        return updateTicket.execute(other, updateTicket.schema.parse(change));
      }
      case "rename": {
        const change = { ...about, changes: { subject: `The vent ${nowMs() % 7}` } };
        return updateTicket.execute(other, updateTicket.schema.parse(change));
      }
      case "ask again":
        return reply.execute(anna, reply.schema.parse({ ...about, body: "And?" }));
      case "note":
        return reply.execute(other, reply.schema.parse({ ...about, kind: "note", body: "Hm." }));
      case "decide":
        return decide();
      case "wake": {
        const ids = await snoozedRowsDue();
        return wake.execute(systemActor, { commandId: aCommandId(), ids });
      }
      default: {
        const until = deed === "snooze" ? { until: "later" } : {};
        const given = { commandId: aCommandId(), numbers: [number], verb: deed, ...until };
        return triage.execute(agent, triage.schema.parse(given));
      }
    }
  };
  return { agents, does, decide };
}

test("whatever happens in whatever order, every inbox becomes right by itself, and stays its owner's", async () => {
  const start = nowMs();
  await fc.assert(
    fc.asyncProperty(
      fc.array(aDeed, { minLength: 4, maxLength: 14, size: "max" }),
      fc.array(fc.nat(100), { minLength: 5, maxLength: 40, size: "max" }),
      async (course, chances) => {
        let at = start;
        setClock(new Date(at));
        const { agents, does, decide } = await aWorld();
        const steps = course.map((deed) => async () => {
          at += deed.deed === "wake" ? 4 * 3_600_000 : 1_000;
          setClock(new Date(at));
          await does(deed);
        });
        const deliveries = await expectConverges({
          screens: agents.map(inboxScreen),
          steps: [...steps, decide],
          chances,
        });
        for (const { room, event } of deliveries)
          if (event.name === "notification.changed") expect(room).toMatch(/^person:/);
      },
    ),
    { numRuns: 25 },
  );
});
