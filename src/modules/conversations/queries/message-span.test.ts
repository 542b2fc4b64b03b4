import { afterAll, beforeAll, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { db, observeStatements, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";

let services: TestServices;
let mia: Actor;
let number: number;
/** Oldest first. */
let ids: string[];

const count = 3 * limits.messagePageRows;

/** A ticket with many messages: what they say is their place, counted from the oldest. */
beforeAll(async () => {
  services = await testServices();
  const anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  const given = { commandId: aCommandId(), subject: "A long story", body: "0" };
  const asked = await createTicket.execute(anna, createTicket.schema.parse(given));
  number = asked.number;
  await db.write.rows(sql`
    insert into ticket_messages
      (id, ticket_id, author_id, kind, state, channel, body_html, body_text, created_at)
    select gen_random_uuid(), ticket_id, author_id, 'reply', 'released', channel, place::text,
      place::text, date_trunc('milliseconds', created_at) + place * interval '1 second'
    from ticket_messages, generate_series(1, ${count - 1}::int) as place
    where ticket_id = ${asked.ticketId} and body_text = '0'`);
  await db.write.rows(sql`
    update tickets set last_message_at = last_message_at + ${count} * interval '1 second'
    where id = ${asked.ticketId}`);
  const rows = await db.write.rows<{ id: string }>(sql`
    select id from ticket_messages where ticket_id = ${asked.ticketId} order by created_at, id`);
  ids = rows.map((row) => row.id);
});
afterAll(() => services.close());

type Span = { messages: { id: string }[]; older: string | null; newer: string | null };

const isSpan = (value: unknown): value is Span =>
  typeof value === "object" && value !== null && "messages" in value && "newer" in value;

async function span(place: Record<string, unknown>): Promise<Span> {
  const answer = await callAs("tickets.messages", mia, { number, ...place });
  if (!isSpan(answer)) throw new Error("That is no part of a conversation.");
  return answer;
}

const placesOf = (part: Span) => part.messages.map((message) => ids.indexOf(message.id));
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) => from + place);

test("a part around a message holds it and its neighbours, and leads on in both directions", async () => {
  const middle = count / 2;
  const half = limits.messagePageRows / 2;
  const around = await span({ around: ids[middle] });
  expect(placesOf(around)).toEqual(range(middle - half, middle + half));
  const above = await span({ before: around.older });
  expect(placesOf(above)).toEqual(range(0, middle - half).slice(-limits.messagePageRows));
  const below = await span({ after: around.newer });
  expect(placesOf(below)).toEqual(range(middle + half, count).slice(0, limits.messagePageRows));
  expect(below.older).toBe(around.newer);
});

test("read downwards from the first message, every message comes once and the last page ends", async () => {
  const seen: number[] = [];
  let part = await span({ first: true });
  expect(part.older).toBeNull();
  seen.push(...placesOf(part));
  while (part.newer !== null) {
    part = await span({ after: part.newer });
    seen.push(...placesOf(part));
  }
  expect(seen).toEqual(range(0, count));
});

test("the edges of a conversation say that nothing lies beyond them", async () => {
  const start = await span({ around: ids[0] });
  expect(start.older).toBeNull();
  expect(placesOf(start)[0]).toBe(0);
  const end = await span({ around: ids.at(-1) });
  expect(end.newer).toBeNull();
  expect(placesOf(end).at(-1)).toBe(count - 1);
});

test("a message of another ticket is not there, and two places at once are refused", async () => {
  await expect(span({ around: newId() })).rejects.toThrow("message_not_found");
  await expect(span({ around: ids[0], first: true })).rejects.toThrow();
});

test("a part of a conversation asks the database as often, wherever it lies", async () => {
  const countOf = async (place: Record<string, unknown>) =>
    (await observeStatements(() => span(place))).statements.length;
  const first = await span({ first: true });
  // The ticket, the messages, their files, what happened then.
  expect(await countOf({ first: true })).toBe(4);
  expect(await countOf({ after: first.newer })).toBe(4);
  expect(await countOf({ before: first.newer })).toBe(4);
  expect(await countOf({ before: first.newer, large: true })).toBe(4);
  // And where the message lies, and both of its sides.
  expect(await countOf({ around: ids[count / 2] })).toBe(6);
  expect(await countOf({ around: ids[0] })).toBe(6);
});
