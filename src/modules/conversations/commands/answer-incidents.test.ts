import { afterAll, beforeAll, expect, test } from "vitest";
import { answerIncidents, createTicket, unfinishedAnswers } from "@/modules/conversations";
import { linkTickets, ticketHead, updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { carry } from "../processors";

let services: TestServices;
let anna: Actor;
let mia: Actor;

beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(() => services.close());

const id = () => ({ commandId: aCommandId() });
const asks = () => {
  const given = { ...id(), subject: "The vent jams", body: "At noon." };
  return createTicket.execute(anna, createTicket.schema.parse(given));
};
const becomes = (ticketId: string, status: string) => {
  const given = { ...id(), ticketId, changes: { status } };
  return updateTicket.execute(mia, updateTicket.schema.parse(given));
};
const answersIn = (ticketId: string) =>
  db.write.rows(sql`
    select id from ticket_messages where ticket_id = ${ticketId} and author_id = ${mia.id}`);

test("one answer solves all incidents once, though its job is cut off and runs twice", async () => {
  const problem = await asks();
  const incidents: { ticketId: string; number: number }[] = [];
  for (let each = 0; each < limits.incidentsPerBatchCount + 2; each += 1)
    incidents.push(await asks());
  for (const { ticketId } of incidents) {
    const link = { kind: "incident", end: "from", otherNumber: problem.number } as const;
    await linkTickets.execute(mia, { ...id(), ticketId, ...link });
  }
  const [closed] = incidents;
  await becomes(closed?.ticketId ?? "", "resolved");
  await becomes(closed?.ticketId ?? "", "closed");
  const given = { ...id(), ticketId: problem.ticketId, body: "Mended.", setStatus: "resolved" };
  const { answerId, tickets } = await answerIncidents.execute(
    mia,
    answerIncidents.schema.parse(given),
  );
  expect(tickets).toBe(incidents.length - 1);
  const late = await asks();
  const link = { kind: "incident", end: "from", otherNumber: problem.number } as const;
  await linkTickets.execute(mia, { ...id(), ticketId: late.ticketId, ...link });

  const cut = new AbortController();
  const running = carry(answerId, cut.signal);
  cut.abort();
  await running.catch(() => undefined);
  expect(await unfinishedAnswers()).toContain(answerId);
  await Promise.all([
    carry(answerId, new AbortController().signal),
    carry(answerId, new AbortController().signal),
  ]);
  expect(await unfinishedAnswers()).toEqual([]);
  for (const { ticketId, number } of incidents.slice(1)) {
    expect(await answersIn(ticketId)).toHaveLength(1);
    expect((await ticketHead(mia, number)).row.status).toBe("resolved");
  }
  expect(await answersIn(closed?.ticketId ?? "")).toHaveLength(0);
  expect(await answersIn(late.ticketId)).toHaveLength(0);
});
