import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTicket,
  mergeTickets,
  redactMessage,
  reply,
  splitTicket,
  unmergeTickets,
} from "@/modules/conversations";
import {
  changeRequester,
  closeResolved,
  followTicket,
  linkTickets,
  mergePeople,
  snoozeTicket,
  unmergePeople,
  updateTicket,
  wakeTickets,
} from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { now, nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { aCommandId, anOrganization, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { expectConverges } from "@/testing/expect-converges";
import { queueScreen, requestScreen, requestsScreen, ticketScreen } from "@/testing/screens";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(async () => {
  setClock(null);
  await services.close();
});

const deeds = [
  "reply",
  "note",
  "hold",
  "merge",
  "unmerge",
  "split",
  "redact",
  "snooze",
  "wake",
  "follow",
  "link",
  "resolve",
  "close old",
  "other requester",
  "merge people",
  "part people",
] as const;
type Deed = { deed: (typeof deeds)[number]; which: number };
const anyDeed = fc.record<Deed>({ deed: fc.constantFrom(...deeds), which: fc.nat(7) });
const named = (deed: Deed["deed"]) =>
  fc.record<Deed>({ deed: fc.constant(deed), which: fc.nat(7) });
/** What makes a course of its own is seldom done by chance. */
const thereAndBack = fc
  .tuple(named("merge"), anyDeed, named("unmerge"), anyDeed)
  .map((course): Deed[] => [...course]);
const anyCourse = fc
  .array(
    fc.oneof(
      anyDeed.map((one): Deed[] => [one]),
      thereAndBack,
    ),
    {
      minLength: 2,
      maxLength: 5,
      size: "max",
    },
  )
  .map((phrases) => phrases.flat());

async function aWorld() {
  const organizationId = await anOrganization({ sharesTickets: true });
  const anna = await aPerson({ name: "Anna", organizationId });
  const carl = await aPerson({ name: "Carl", organizationId });
  const mia = await aPerson({ role: "agent", name: "Mia" });
  const id = () => ({ commandId: aCommandId() });
  const asks = (actor: Actor) =>
    createTicket.execute(
      actor,
      createTicket.schema.parse({ ...id(), subject: "The door", body: "It *jams*." }),
    );
  const tickets = [await asks(anna), await asks(carl)] as const;
  const merges: string[] = [];
  const peopleMerges: string[] = [];
  let holds = false;
  const pick = <Item>(items: readonly Item[], which: number) => items[which % items.length];
  const says = (actor: Actor, ticketId: string, more: Record<string, unknown>) =>
    reply.execute(actor, reply.schema.parse({ ...id(), ticketId, body: "Jams, I say.", ...more }));
  const aMessageOf = async (ticketId: string, which: number) => {
    const rows = await db.write.rows<{ id: string }>(sql`
      select id from ticket_messages where ticket_id = ${ticketId} and state <> 'held' order by id`);
    return pick(rows, which)?.id ?? aCommandId();
  };
  const does = async ({ deed, which }: Deed): Promise<unknown> => {
    const [one, other] = which % 2 === 0 ? tickets : [tickets[1], tickets[0]];
    const { ticketId } = one;
    switch (deed) {
      case "reply":
        return says(pick([anna, carl, mia], which) ?? anna, ticketId, {});
      case "note":
        return says(mia, ticketId, { kind: "note" });
      case "hold":
        holds = true;
        return says(pick([anna, mia], which) ?? mia, ticketId, { holdSeconds: 60 });
      case "merge": {
        const about = { ...id(), targetId: ticketId, sourceIds: [other.ticketId], tell: true };
        const { mergeIds } = await mergeTickets.execute(mia, about);
        return merges.push(...mergeIds);
      }
      case "unmerge":
        return unmergeTickets.execute(mia, { ...id(), mergeId: merges.at(-1) ?? aCommandId() });
      case "split": {
        const messageIds = [await aMessageOf(ticketId, which)];
        return splitTicket.execute(mia, { ...id(), ticketId, messageIds, subject: "The hinge" });
      }
      case "redact": {
        const messageId = await aMessageOf(ticketId, which);
        return redactMessage.execute(mia, {
          ...id(),
          ticketId,
          messageId,
          what: { words: "jams" },
        });
      }
      case "snooze": {
        const until = which > 3 ? "reply" : new Date(nowMs() + 5_000).toISOString();
        return snoozeTicket.execute(mia, { ...id(), ticketId, until });
      }
      case "wake":
        return wakeTickets.execute(systemActor, id());
      case "follow":
        return followTicket.execute(mia, { ...id(), ticketId, following: which > 3 });
      case "link": {
        const link = { otherNumber: other.number, kind: "incident", end: "from" } as const;
        return linkTickets.execute(mia, { ...id(), ticketId, ...link });
      }
      case "resolve": {
        const changes = { status: "resolved" };
        return updateTicket.execute(mia, updateTicket.schema.parse({ ...id(), ticketId, changes }));
      }
      case "close old":
        // Nothing is held for a month.
        if (holds) return;
        setClock(new Date(nowMs() + limits.autoCloseMs));
        return closeResolved.execute(systemActor, id());
      case "other requester": {
        const requester = { id: (pick([anna, carl], which) ?? anna).id };
        return changeRequester.execute(mia, { ...id(), ticketId, requester });
      }
      case "merge people": {
        const about = { ...id(), keptId: anna.id, mergedId: carl.id };
        const { mergeId } = await mergePeople.execute(mia, about);
        return peopleMerges.push(mergeId);
      }
      case "part people": {
        const mergeId = peopleMerges.at(-1) ?? aCommandId();
        return unmergePeople.execute(mia, { ...id(), mergeId });
      }
    }
  };
  const screens = [
    queueScreen(mia, organizationId),
    requestsScreen(anna, null),
    requestsScreen(carl, null),
    requestsScreen(carl, organizationId),
    ...tickets.flatMap((ticket) => [
      ticketScreen(mia, ticket),
      requestScreen(anna, ticket),
      requestScreen(carl, ticket),
    ]),
  ];
  return { screens, does };
}

const orRefused = (thrown: unknown) => {
  if (!isAppError(thrown)) throw thrown;
};

test("merges, splits, removed words, snoozes and new requesters: every screen becomes right by itself", async () => {
  const start = now().getTime();
  await fc.assert(
    fc.asyncProperty(
      anyCourse,
      fc.array(fc.nat(100), { minLength: 5, maxLength: 40, size: "max" }),
      async (course, chances) => {
        setClock(new Date(start));
        const { screens, does } = await aWorld();
        const steps = course.map((deed) => async () => {
          setClock(new Date(nowMs() + 3_000));
          await does(deed).catch(orRefused);
        });
        const deliveries = await expectConverges({ screens, steps, chances });
        expect(deliveries).toBeDefined();
      },
    ),
    { numRuns: 25 },
  );
}, 90_000);
