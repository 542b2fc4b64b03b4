import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket, releaseMessage, reply, withdrawMessage } from "@/modules/conversations";
import { applyMacro } from "@/modules/responses";
import { markSeen, requestStatus, updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { now, nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { placeEvents } from "@/platform/outbox";
import { parseRoom } from "@/platform/realtime";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { expectConverges } from "@/testing/expect-converges";
import { aField, aMacro, aTag, aTeam } from "@/testing/house";
import { queueScreen, requestScreen, requestsScreen, ticketScreen } from "@/testing/screens";

let services: TestServices;
let fieldKey: string;
let macroId: string;
beforeAll(async () => {
  services = await testServices();
  fieldKey = (await aField()).key;
  macroId = await aMacro({
    actions: { status: "pending", fields: { [fieldKey]: canary }, addTags: [await aTag(canary)] },
    message: { kind: "reply", body: "Hello {{requester.firstName}}." },
  });
});
afterAll(async () => {
  setClock(null);
  await services.close();
});

const canary = "canary-of-the-staff";
const longBody = "long ".repeat(limits.liveBodyCharsMax / 4);

/** What people do to tickets; a number picks one of whatever can be picked. */
const deeds = [
  "ask",
  "reply",
  "hold",
  "note",
  "attach",
  "say much",
  "take back",
  "release",
  "set status",
  "set priority",
  "assign",
  "tag",
  "add tag",
  "fill in",
  "macro",
  "rename",
  "solve",
  "reopen",
  "see",
  "place",
] as const;
type Deed = { deed: (typeof deeds)[number]; who: number; which: number; waitMs: number };

const numbers = { who: fc.nat(4), which: fc.nat(7), waitMs: fc.constantFrom(0, 1, 900, 20_000) };
const anyDeed = fc.record<Deed>({ deed: fc.constantFrom(...deeds), ...numbers });
const named = (deed: Deed["deed"]) => fc.record<Deed>({ deed: fc.constant(deed), ...numbers });

/** What makes a course of its own is seldom done by chance: a reply that is held until its time. */
const inTime = fc
  .tuple(named("hold"), anyDeed, named("release"))
  .map(([hold, between, release]): Deed[] => [
    hold,
    between,
    { ...release, which: 0, waitMs: 20_000 },
  ]);
const aloud = fc.constantFrom<Deed["deed"]>("note", "attach", "tag").chain(named);
const phrase = fc.oneof(
  { weight: 3, arbitrary: anyDeed.map((one): Deed[] => [one]) },
  { weight: 1, arbitrary: aloud.map((one): Deed[] => [one]) },
  { weight: 1, arbitrary: inTime },
);
const anyCourse = fc
  .array(phrase, { minLength: 2, maxLength: 7, size: "max" })
  .map((phrases) => phrases.flat());

async function aFile(owner: Actor): Promise<string> {
  const id = newId();
  await db.write.rows(sql`
    insert into attachments (id, owner_id, name, claimed_type, type, bytes, state, storage_key,
      created_at, checked_at)
    values (${id}, ${owner.id}, 'a.png', 'image/png', 'image/png', 5, 'checked', ${id}, ${now()},
      ${now()})`);
  return id;
}

/** People around one ticket, and everything that they can do to it. */
async function aWorld() {
  const organizationId = await anOrganization({ sharesTickets: true });
  const anna = await aPerson({ name: "Anna", organizationId });
  const colleague = await aPerson({ name: "Carl", organizationId });
  const mia = await aPerson({ role: "agent", name: "Mia" });
  const max = await aPerson({ role: "agent", name: "Max" });
  const admin = await aPerson({ role: "admin", name: "Ada" });
  const people = [anna, colleague, mia, max, admin];
  // Works on tickets and never speaks to a customer: they never learn the name.
  const silent = await aPerson({ role: "agent", name: `Zoe ${canary}` });
  const teamId = await aTeam(`${canary} ${newId()}`);
  const asks = (actor: Actor) => {
    const asked = { commandId: aCommandId(), subject: "The door", body: "It *jams*." };
    return createTicket.execute(actor, createTicket.schema.parse(asked));
  };
  const ticket = await asks(anna);
  const { ticketId } = ticket;
  const held: { messageId: string; author: Actor }[] = [];

  const says = async (actor: Actor, more: Record<string, unknown>) => {
    const said = { commandId: aCommandId(), ticketId, body: "Hello.", ...more };
    const written = await reply.execute(actor, reply.schema.parse(said));
    if (written.releaseAt !== null) held.push({ messageId: written.messageId, author: actor });
  };
  const changes = (actor: Actor, fields: Record<string, unknown>) => {
    const change = { commandId: aCommandId(), ticketId, changes: fields };
    return updateTicket.execute(actor, updateTicket.schema.parse(change));
  };
  const pick = <Item>(items: readonly Item[], which: number) => items[which % items.length];

  const does = ({ deed, who, which }: Deed): Promise<unknown> => {
    const actor = pick(people, who) ?? anna;
    const agent = actor.audience === "customer" ? mia : actor;
    const about = { commandId: aCommandId(), ticketId };
    const one = pick(held, which);
    const status = pick(["open", "pending", "on_hold", "resolved", undefined], which);
    const setStatus = actor.audience === "customer" ? undefined : status;
    switch (deed) {
      case "ask":
        return asks(actor.audience === "customer" ? actor : anna);
      case "reply":
        return says(actor, { setStatus });
      case "hold":
        return says(actor, { holdSeconds: 10 + which, setStatus });
      case "note":
        return says(agent, { kind: "note", body: `A ${canary}`, setStatus: status });
      case "attach":
        return Promise.all([aFile(actor), aFile(actor)]).then((files) =>
          says(actor, { attachmentIds: files.reverse() }),
        );
      case "say much":
        return says(actor, { body: longBody });
      case "take back":
        return one === undefined
          ? Promise.resolve()
          : withdrawMessage.execute(one.author, { ...about, messageId: one.messageId });
      case "release":
        return one === undefined
          ? Promise.resolve()
          : releaseMessage.execute(one.author, { ...about, messageId: one.messageId });
      case "set status":
        return changes(agent, {
          status: pick(["open", "pending", "on_hold", "resolved", "closed"], which),
        });
      case "set priority":
        return changes(agent, { priority: pick(["low", "medium", "high", "urgent"], which) });
      case "assign":
        return changes(agent, {
          assigneeId: pick([mia.id, max.id, silent.id, null], which),
          ...(which > 3 ? { teamId } : {}),
        });
      case "tag":
        return changes(agent, { tags: pick([[canary], [], ["vip", canary]], which) });
      case "add tag":
        return changes(agent, which > 3 ? { removeTags: ["vip"] } : { addTags: ["vip", canary] });
      case "fill in":
        return changes(agent, {
          fields: { [fieldKey]: which === 0 ? null : `${canary} ${which}` },
        });
      case "macro":
        return applyMacro.execute(
          agent,
          applyMacro.schema.parse({ ...about, macroId, holdSeconds: which > 3 ? 10 : 0 }),
        );
      case "rename":
        return changes(agent, { subject: `The door ${which}` });
      case "solve":
        return requestStatus.resolve.execute(actor, about);
      case "reopen":
        return requestStatus.reopen.execute(actor, about);
      case "see":
        return markSeen.execute(actor, { ...about, seenAt: now().toISOString() });
      case "place":
        return placeEvents();
    }
  };
  const screens = [
    queueScreen(mia, organizationId),
    requestsScreen(anna, null),
    requestsScreen(colleague, organizationId),
    ticketScreen(mia, ticket),
    ticketScreen(max, ticket),
    requestScreen(anna, ticket),
    requestScreen(colleague, ticket),
  ];
  return { screens, does, customers: [anna, colleague] };
}

/** What a rule refuses changes nothing, which converges, too. */
const orRefused = (thrown: unknown) => {
  if (!isAppError(thrown)) throw thrown;
};

const staffFields = [
  "assignee",
  "team",
  "tags",
  "fields",
  "via",
  "priority",
  "slaState",
  "nextDueAt",
  "changes",
];

test("whatever people do in whatever order, every screen becomes right by itself, and customers never hear what is the house's", async () => {
  const start = nowMs();
  await fc.assert(
    fc.asyncProperty(
      anyCourse,
      fc.array(fc.nat(100), { minLength: 5, maxLength: 40, size: "max" }),
      async (course, chances) => {
        let at = start;
        setClock(new Date(at));
        const { screens, does, customers } = await aWorld();
        const steps = course.map((deed) => async () => {
          at += deed.waitMs;
          setClock(new Date(at));
          await does(deed).catch(orRefused);
        });
        const deliveries = await expectConverges({ screens, steps, chances });
        const personal = new Set(customers.map((customer) => `person:${customer.id}`));
        for (const { room, event } of deliveries) {
          const kind = parseRoom(room)?.kind ?? "queue";
          const theirs = ["request", "requests", "organization"].includes(kind);
          if (!theirs && !personal.has(room)) continue;
          const told = JSON.stringify(event);
          expect(told).not.toContain(canary);
          for (const field of staffFields) expect(told).not.toContain(`"${field}":`);
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
