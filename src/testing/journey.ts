import { expect } from "vitest";
import { readSession } from "@/platform/auth";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { closeQueues, consume, type QueueName, queues } from "@/platform/queues";
import { rooms } from "@/platform/realtime";
import { aRealtimeServer } from "../../realtime/testing/sockets";
import { processors } from "../../worker/processors";
import { startRelay } from "../../worker/relay";
import { aPerson } from "./builders";
import { callAs } from "./calls";

const patience = { timeout: 60_000, interval: 25 };

/** Everything that runs beside the API, in this process: relay, workers of all queues, sockets. */
export async function theOtherProcesses() {
  const relay = startRelay();
  const names = Object.keys(queues).filter((name): name is QueueName => name in queues);
  const workers = names.map((name) =>
    consume(
      name,
      processors.filter((processor) => processor.queue === name),
    ),
  );
  const realtime = await aRealtimeServer();
  return {
    realtime,
    close: async () => {
      await realtime.close();
      await relay.close();
      // Without a good-bye: where a test has killed a server, nobody would answer it.
      await Promise.all(workers.map((worker) => worker.close(true)));
      await closeQueues();
    },
  };
}
type Others = Awaited<ReturnType<typeof theOtherProcesses>>;

async function listener(others: Others, person: Actor, room: string) {
  const socket = await others.realtime.socketOf(person);
  // Who they are comes from the store of the sessions, not from the test.
  expect(await readSession(socket.cookie)).toMatchObject({ id: person.id });
  expect(await socket.join(room)).toMatchObject({ ok: true });
  const names = () => socket.heard.map(({ event }) => event.name);
  return { ...socket, names };
}

const mailsAbout = (ticketId: string) =>
  db.write.rows<{ state: string }>(sql`
    select state from outgoing_mails where ticket_id = ${ticketId}`);

/**
 * One ticket from its question to its end, with everything that takes part: sessions, commands, the
 * outbox, queues with delayed work, mail, sockets, presence, limits, lists and searches.
 */
export async function ticketJourney(others: Others): Promise<{ ticketId: string }> {
  const anna = await aPerson({ name: "Anna" });
  const mia = await aPerson({ role: "agent", name: "Mia" });
  const queue = await listener(others, mia, rooms.queue());
  const mine = await listener(others, anna, rooms.requests(anna.id));

  const asked = await callAs("tickets.create", anna, { subject: "The door", body: "It jams." });
  const { ticketId, number } = ticketOf(asked);
  await expect.poll(queue.names, patience).toContain("ticket.created");
  await expect.poll(mine.names, patience).toContain("ticket.created");
  const request = await listener(others, anna, rooms.request(ticketId));
  const ticket = await listener(others, mia, rooms.ticket(ticketId));

  ticket.client.emit("presence", { ticketId, mode: "replying" });
  await expect.poll(() => ticket.people.get(ticketId), patience).toHaveLength(1);

  // Held for a second: its release is delayed work.
  await callAs("tickets.reply", mia, { ticketId, body: "Try the handle.", holdSeconds: 1 });
  await callAs("tickets.reply", mia, { ticketId, body: "She tried it.", kind: "note" });
  await expect.poll(request.names, patience).toContain("message.added");
  await callAs("tickets.update", mia, { ticketId, changes: { priority: "high" } });
  await callAs("tickets.reply", anna, { ticketId, body: "It opens. Thank you." });
  await callAs("requests.resolve", anna, { ticketId });
  await expect.poll(ticket.names, patience).toContain("ticket.updated");

  const seen = await callAs("tickets.get", mia, { number });
  expect(seen).toMatchObject({ row: { status: "resolved", priority: "high" } });
  await callAs("tickets.list", mia, { filter: "status:resolved" });
  await callAs("views.counts", mia, undefined);
  await expect
    .poll(async () => (await mailsAbout(ticketId)).map(({ state }) => state), patience)
    .toEqual(["sent", "sent"]);
  const words = JSON.stringify(request.heard);
  expect(words).toContain("Try the handle.");
  expect(words).not.toContain("She tried it.");
  return { ticketId };
}

function ticketOf(answer: unknown): { ticketId: string; number: number } {
  const given = Object(answer);
  return { ticketId: String(given.ticketId), number: Number(given.number) };
}
