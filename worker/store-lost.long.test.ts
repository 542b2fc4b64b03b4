import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTicket, reply } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { limits } from "@/platform/limits";
import { queueOf } from "@/platform/queues";
import { closeValkey, valkey } from "@/platform/valkey";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { theOtherProcesses } from "@/testing/journey";
import { type RunningValkey, startValkey } from "../scripts/services/valkey";
import { releaseOverdue } from "./upkeep/held-replies";
import { republishUnrecorded } from "./upkeep/republish";
import { sendWaitingMails } from "./upkeep/waiting-mails";

const folder = mkdtempSync(join(tmpdir(), "store-lost-"));
const patience = { timeout: 90_000, interval: 200 };
let services: TestServices;
let queueStore: RunningValkey;
let others: Awaited<ReturnType<typeof theOtherProcesses>>;

beforeAll(async () => {
  services = await testServices();
  queueStore = await startValkey({ dataDir: folder });
  vi.stubEnv("VALKEY_QUEUE_URL", queueStore.url);
  forgetEnv();
  others = await theOtherProcesses();
});
afterAll(async () => {
  setClock(null);
  await others.close();
  await services.close();
  await closeValkey();
  await queueStore.stop();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

type Accepted = { ticketId: string; heldId: string };

/** What people are told was accepted: they go on asking and answering whatever becomes of the store. */
async function people(anna: Actor, mia: Actor, until: () => boolean): Promise<Accepted[]> {
  const accepted: Accepted[] = [];
  while (!until()) {
    const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
    const { ticketId } = await createTicket.execute(anna, createTicket.schema.parse(asked));
    const said = { commandId: aCommandId(), ticketId, body: "Try the handle.", holdSeconds: 1 };
    const { messageId } = await reply.execute(mia, reply.schema.parse(said));
    accepted.push({ ticketId, heldId: messageId });
  }
  return accepted;
}

test("the queues' store is wiped again and again under load, and every effect happens once", async () => {
  const anna = await aPerson({ name: "Anna" });
  const mia = await aPerson({ role: "agent", name: "Mia" });
  let wipes = 0;
  const working = Promise.all([
    people(anna, mia, () => wipes >= 5),
    people(anna, mia, () => wipes >= 5),
  ]);
  const published = async () =>
    Number(
      (
        await db.write.rows<{ n: number }>(sql`
        select count(*) as n from outbox where published_at is not null`)
      )[0]?.n,
    );
  for (let wipe = 1; wipe <= 5; wipe += 1) {
    const before = await published();
    // In the middle of the work: what was published since the last time is gone.
    await expect.poll(published, patience).toBeGreaterThan(before + 20);
    await valkey("queue").flushall();
    wipes = wipe;
  }
  const accepted = (await working).flat();
  process.stdout.write(`${accepted.length} tickets accepted while the store was wiped 5 times\n`);
  expect(accepted.length).toBeGreaterThan(10);

  const expected = new Map(accepted.map(({ ticketId }) => [ticketId, 2]));
  const mails = async () => {
    // As upkeep does, once what was lost has had its time.
    setClock(new Date(nowMs() + limits.republishAfterMs));
    await releaseOverdue();
    await republishUnrecorded();
    await sendWaitingMails();
    const rows = await db.write.rows<{ ticket_id: string; n: number }>(sql`
      select ticket_id, count(*) as n from outgoing_mails
      where ticket_id is not null and state = 'sent' group by ticket_id`);
    return new Map(rows.map(({ ticket_id, n }) => [ticket_id, n]));
  };
  // The acknowledgement and the answer: neither missing nor doubled.
  await expect.poll(mails, { ...patience, interval: 1_000 }).toEqual(expected);

  const released = await db.write.rows<{ id: string }>(sql`
    select id from ticket_messages where state = 'released' and author_id = ${mia.id}`);
  expect(released).toHaveLength(accepted.length);
  const told = await db.write.rows<{ n: number }>(sql`
    select count(*) as n from outbox
    where name = 'message.added' and payload->'message'->'author'->>'id' = ${mia.id}
    group by payload->'message'->>'id'`);
  expect(told.map(({ n }) => n)).toEqual(accepted.map(() => 1));
  const left = await queueOf("notifications").getFailedCount();
  expect(left).toBe(0);
});
