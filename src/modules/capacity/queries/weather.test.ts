import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bulk, db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { writeWeather } from "../commands/write-weather";
import { queueWeather, replyWeather } from "./weather";

let services: TestServices;
const minuteMs = 60_000;
const nowMs = Date.parse("2026-11-20T12:00:00Z");
beforeAll(async () => {
  services = await testServices();
  vi.setSystemTime(nowMs);
});
afterAll(() => services.close());

/** A ticket every half hour for two weeks, answered after half an hour, or an hour in turns. */
async function twoWeeks(teamId: string, askedBy: "customer" | "agent"): Promise<void> {
  const [requester, agent] = [await aPerson(), await aPerson({ role: "agent" })];
  const askerId = askedBy === "customer" ? requester.id : agent.id;
  const tickets: unknown[][] = [];
  const messages: unknown[][] = [];
  for (let index = 0; index < 640; index += 1) {
    const askedAt = new Date(nowMs - (index + 1) * 30 * minuteMs);
    // Waits that repeat in no order of the hours.
    const waitMs = (20 + ((index * 37 + 30) % 40)) * minuteMs;
    const repliedAt = new Date(askedAt.getTime() + waitMs);
    const id = newId(askedAt.getTime());
    const isReplied = repliedAt.getTime() < nowMs;
    const last = isReplied ? repliedAt : askedAt;
    tickets.push([id, "The door", requester.id, "web", teamId, askedAt, last, askedAt, last]);
    const say = (authorId: string, at: Date) =>
      messages.push([newId(at.getTime()), id, authorId, "reply", "web", "x", "x", at]);
    say(askerId, askedAt);
    if (isReplied) say(agent.id, repliedAt);
  }
  await db.write.rows(sql`
    insert into tickets (id, subject, requester_id, channel, team_id, first_message_at,
      last_message_at, created_at, updated_at)
    values ${bulk(tickets)}`);
  await db.write.rows(sql`
    insert into ticket_messages (id, ticket_id, author_id, kind, channel, body_html, body_text,
      created_at)
    values ${bulk(messages)}`);
}

async function aTeamOf(personId: string, name: string): Promise<string> {
  const id = newId();
  await db.write.rows(sql`insert into teams (id, name) values (${id}, ${name})`);
  await db.write.rows(sql`
    insert into team_members (team_id, user_id) values (${id}, ${personId})`);
  return id;
}

test("nothing is claimed before there are replies to learn from", async () => {
  const mia = await aPerson({ role: "agent" });
  await writeWeather();
  expect(await queueWeather(mia.id)).toEqual({ queues: [] });
  expect(await replyWeather()).toEqual({ weather: null });
});

test("who works in a team sees its times, a customer those of all, and what agents opened counts for nothing", async () => {
  const mia = await aPerson({ role: "agent" });
  await twoWeeks(await aTeamOf(mia.id, "Doors"), "customer");
  await twoWeeks(await aTeamOf(mia.id, "Calls"), "agent");
  vi.setSystemTime(nowMs + 1_000);
  await writeWeather();
  const { queues } = await queueWeather(mia.id);
  expect(queues.map(({ team }) => team)).toEqual(["Doors"]);
  const [doors] = queues;
  expect(doors?.msP50).toBeGreaterThan(30 * minuteMs);
  expect(doors?.msP50).toBeLessThan(50 * minuteMs);
  expect(doors?.msP90).toBeGreaterThan(50 * minuteMs);
  expect(doors?.msP90).toBeLessThan(60 * minuteMs);
  expect(doors?.backlog).toBeGreaterThan(0);
  expect((await replyWeather()).weather?.msP50).toBe(doors?.msP50);
  vi.setSystemTime(nowMs + 60 * minuteMs);
  expect(await replyWeather()).toEqual({ weather: null });
});
