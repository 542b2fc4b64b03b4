import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTicket,
  draftPage,
  reply,
  saveDraft,
  sendNow,
  withdrawMessage,
} from "@/modules/conversations";
import { updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { placeEvents } from "@/platform/outbox";
import { rooms } from "@/platform/realtime";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { expectConverges } from "@/testing/expect-converges";
import { draftsScreen, ticketScreen } from "@/testing/screens";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

const deeds = [
  "write",
  "empty",
  "write over",
  "send",
  "hold",
  "send later",
  "send now",
  "take back",
  "rename",
  "place",
] as const;
type Deed = { deed: (typeof deeds)[number]; who: number; which: number };
const anyCourse = fc.array(
  fc.record<Deed>({ deed: fc.constantFrom(...deeds), who: fc.nat(1), which: fc.nat(3) }),
  { minLength: 2, maxLength: 8, size: "max" },
);

const secret = "secret-of-the-author";

/** Two agents with two tickets, and all that makes and ends a draft. */
async function aDesk() {
  const anna = await aPerson({ name: "Anna" });
  const agents = [await aPerson({ role: "agent" }), await aPerson({ role: "agent" })];
  const asks = () => {
    const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
    return createTicket.execute(anna, createTicket.schema.parse(asked));
  };
  const tickets = [await asks(), await asks()];
  const held: { author: Actor; ticketId: string; messageId: string }[] = [];

  const does = async ({ deed, who, which }: Deed): Promise<unknown> => {
    const actor = agents[who];
    const ticketId = tickets[which % 2]?.ticketId;
    if (actor === undefined || ticketId === undefined) return;
    const kind = which < 2 ? "reply" : "note";
    const commandId = aCommandId();
    const { drafts } = await draftPage(actor);
    const stands = drafts.find((one) => one.ticketId === ticketId && one.kind === kind);
    const writes = (body: string, base = stands?.version ?? null) =>
      saveDraft.execute(actor, saveDraft.schema.parse({ commandId, ticketId, kind, body, base }));
    const sends = (more: Record<string, unknown>) =>
      reply.execute(
        actor,
        reply.schema.parse({
          commandId,
          ticketId,
          kind,
          body: "Hello.",
          draftVersion: stands?.version,
          ...more,
        }),
      );
    const holds = async (more: Record<string, unknown>) => {
      const { messageId, releaseAt } = await sends(more);
      if (releaseAt !== null) held.push({ author: actor, ticketId, messageId });
    };
    switch (deed) {
      case "write":
        return writes(`${secret} ${which}`);
      case "empty":
        return writes("");
      case "write over":
        return writes(`${secret} late`, 1);
      case "send":
        return sends({});
      case "hold":
        return holds({ holdSeconds: 60 });
      case "send later":
        return holds({ sendAt: new Date(nowMs() + 3_600_000 * (which + 1)).toISOString() });
      case "send now": {
        const one = held.pop();
        if (one === undefined) return;
        const { author, ...about } = one;
        return sendNow.execute(author, { commandId, ...about });
      }
      case "take back": {
        const one = held.pop();
        if (one === undefined) return;
        const { author, ...about } = one;
        return withdrawMessage.execute(author, { commandId, ...about });
      }
      case "rename": {
        const change = { commandId, ticketId, changes: { subject: `The door ${which}` } };
        return updateTicket.execute(actor, updateTicket.schema.parse(change));
      }
      case "place":
        return placeEvents();
    }
  };
  const screens = agents.flatMap((agent) => [
    draftsScreen(agent),
    ...tickets.map((ticket) => ticketScreen(agent, ticket)),
  ]);
  return { does, agents, screens };
}

test("a draft is the same on every device of its author, and on nobody else's", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyCourse,
      fc.array(fc.nat(100), { minLength: 5, maxLength: 20 }),
      async (course, chances) => {
        const { does, agents, screens } = await aDesk();
        const steps = course.map((deed) => () => does(deed));
        const deliveries = await expectConverges({ screens, steps, chances });
        const own = new Set(agents.map(({ id }) => rooms.person(id)));
        for (const { room, event } of deliveries)
          if (!own.has(room)) expect(JSON.stringify(event)).not.toContain(secret);
      },
    ),
    { numRuns: 12 },
  );
});
