import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canReadMessage, mayReadMessage, readableMessages } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { type TestServices, testServices } from "@/testing/database";
import { aScene, someone } from "@/testing/scene";

const kinds = ["reply", "note"] as const;
const states = ["held", "released", "redacted"] as const;
type Known = {
  id: string;
  kind: (typeof kinds)[number];
  state: (typeof states)[number];
  authorId: string;
};

let services: TestServices;
let people: Actor[];
const messages: Known[] = [];

async function write(ticketId: string, message: Known): Promise<void> {
  const releaseAt = message.state === "held" ? now() : null;
  await db.write.rows(sql`
    insert into ticket_messages (id, ticket_id, author_id, kind, state, release_at, channel,
      body_html, body_text, created_at)
    values (${message.id}, ${ticketId}, ${message.authorId}, ${message.kind}, ${message.state},
      ${releaseAt}, 'web', '', '', ${now()})`);
}

beforeAll(async () => {
  services = await testServices();
  people = await Promise.all(
    (["customer", "customer", "agent", "agent", "admin"] as const).map((role) => someone(role)),
  );
  const { ticketId } = await aScene(people[0] ?? (await someone("customer")));
  for (const { id: authorId } of people)
    for (const kind of kinds)
      for (const state of states) {
        const message = { id: newId(), kind, state, authorId };
        await write(ticketId, message);
        messages.push(message);
      }
});
afterAll(() => services.close());

test("which messages somebody sees is the same in a conversation and one by one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (pick) => {
      const actor = people[pick % people.length];
      if (actor === undefined) return;
      const rows = await db.read.rows<{ id: string }>(sql`
        select ticket_messages.id from ticket_messages where ${readableMessages(actor)}`);
      const listed = new Set(rows.map(({ id }) => id));
      for (const message of messages) {
        const may = mayReadMessage(actor, message);
        expect(listed.has(message.id), `${actor.role} and ${message.kind} ${message.state}`).toBe(
          may,
        );
        expect(await canReadMessage(actor, message.id)).toBe(may);
      }
    }),
    { numRuns: 8 },
  );
});

test("a note is for the house and a held reply for its author, whoever that is", () => {
  const author = people[2];
  const sees = (actor: Actor | undefined, kind: Known["kind"], state: Known["state"]) =>
    actor !== undefined && mayReadMessage(actor, { kind, state, authorId: author?.id ?? "" });
  expect(people.map((actor) => sees(actor, "note", "released"))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  expect(people.map((actor) => sees(actor, "reply", "held"))).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
});
