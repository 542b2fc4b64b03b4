import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTicket } from "@/modules/conversations";
import { now, setClock } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { writeSamples } from "@/platform/measuring";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aMailbox } from "@/testing/letters";
import { forgetTheOld, keptMs, lifetimes } from "./lifetimes";
import { otherLives } from "./lives";
import { forgetOldMeasures } from "./measures";

const startMs = Date.parse("2026-11-01T12:00:00Z");
const dayMs = 24 * 3_600_000;
let services: TestServices;
let ticketId: string;
let mailboxId: string;
beforeAll(async () => {
  services = await testServices();
  mailboxId = await aMailbox("help@desk.example");
  const anna = await aPerson({ name: "Anna" });
  const input = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  ({ ticketId } = await createTicket.execute(anna, createTicket.schema.parse(input)));
});
afterAll(async () => {
  setClock(null);
  await services.close();
});
beforeEach(() => setClock(new Date(startMs)));

/** Tables that hold rows; months of a parent are the parent's. */
const tables = async () =>
  (
    await db.write.rows<{ name: string }>(sql`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not relispartition and relname <> '_prisma_migrations'
      order by 1`)
  ).map(({ name }) => name);

const known = () => [...lifetimes.map(({ table }) => table), ...Object.keys(otherLives)].sort();

test("every table says how long its rows live, or why they need no end", async () => {
  expect(await tables()).toEqual(known());
});

test("a table that says nothing is noticed", async () => {
  await db.write.rows(sql`create table grows (id uuid primary key)`);
  expect((await tables()).filter((name) => !known().includes(name))).toEqual(["grows"]);
  await db.write.rows(sql`drop table grows`);
});

type Forgotten = (typeof lifetimes)[number]["table"];

/** One row of a table, as old as the clock says; of those that grow with every event. */
const rowOf: Record<Forgotten, () => Promise<unknown>> = {
  outbox: () =>
    db.write.rows(sql`
      insert into outbox (id, name, version, payload, occurred_at, position, published_at)
      select ${newId()}, 'ticket.updated', 1, '{}', ${now()}, coalesce(max(position), 0) + 1, ${now()}
      from outbox`),
  effects: () =>
    db.write.rows(sql`
      insert into effects (consumer, event_id, done_at) values ('test', ${newId()}, ${now()})`),
  commands: () =>
    db.write.rows(sql`
      insert into commands (id, name, input_hash, created_at)
      values (${newId()}, 'test', 'hash', ${now()})`),
  notifications: async () => {
    const { id } = await aPerson({ role: "agent" });
    await db.write.rows(sql`
      insert into notifications (id, user_id, ticket_id, reason, done_at, happened_at, created_at)
      values (${newId()}, ${id}, ${ticketId}, 'assigned', ${now()}, ${now()}, ${now()})`);
  },
  notification_letters: async () => {
    const { id } = await aPerson({ role: "agent" });
    await db.write.rows(sql`
      insert into notification_letters (id, user_id, ticket_id, about_id, reason, digest, due_at,
        sent_at, created_at)
      values (${newId()}, ${id}, ${ticketId}, ${newId()}, 'assigned', false, ${now()}, ${now()},
        ${now()})`);
  },
  scaling_decisions: () =>
    db.write.rows(sql`
      insert into scaling_decisions (subject, at, kind, running, replicas, reason, state)
      values ('web', ${now()}, 'idle', 2, 2, 'quiet', '{}')`),
  guest_questions: () =>
    db.write.rows(sql`
      insert into guest_questions (id, email, name, subject, body, language, token_hash, created_at,
        expires_at)
      values (${newId()}, 'a@example.com', 'A', 's', 'b', 'en', ${newId()}, ${now()}, ${now()})`),
  data_exports: async () => {
    const { id } = await aPerson();
    await db.write.rows(sql`
      insert into data_exports (id, person_id, requested_at, expires_at)
      values (${newId()}, ${id}, ${now()}, ${now()})`);
  },
  kb_searches: () =>
    db.write.rows(sql`
      insert into kb_searches (language, words, day, asked, empty, clicked)
      values ('en', ${newId()}, ${now()}, 1, 0, 0)`),
  slow_calls: () =>
    db.write.rows(sql`
      insert into slow_calls (id, at, operation, process_id, ms, payload_bytes, statements,
        statements_ms, slowest_ms)
      values (${newId()}, ${now()}, 'tickets.get', 'p', 1, 1, 1, 1, 1)`),
  arrival_hours: () =>
    db.write.rows(sql`insert into arrival_hours (at, tickets) values (${now()}, 1)`),
  incidents: () =>
    db.write.rows(sql`
      insert into incidents (id, subject, level, title, says, action, path, opened_at, resolved_at)
      values (${newId()}, 'test', 'warning', 't', 's', 'a', '/admin', ${now()}, ${now()})`),
  notices: async () => {
    const { id } = await aPerson({ role: "admin" });
    await db.write.rows(sql`
      insert into notices (id, user_id, event_id, level, title, says, path, listed, created_at)
      values (${newId()}, ${id}, ${newId()}, 'good', 't', 's', '/admin', true, ${now()})`);
  },
  webhook_deliveries: async () => {
    const { id } = await aPerson({ role: "admin" });
    const endpointId = newId();
    await db.write.rows(sql`
      insert into webhook_endpoints (id, name, url, events, from_position, secret, created_by,
        created_at, updated_at)
      values (${endpointId}, 'n', 'https://a.example', '{ticket.created}', 0, 's', ${id}, ${now()},
        ${now()})`);
    await db.write.rows(sql`
      insert into webhook_deliveries (id, endpoint_id, event_id, event_name, body, state, turn_at,
        created_at, settled_at)
      values (${newId()}, ${endpointId}, ${newId()}, 'ticket.created', '{}', 'delivered', ${now()},
        ${now()}, ${now()})`);
  },
  outgoing_mails: () =>
    db.write.rows(sql`
      insert into outgoing_mails (id, kind, recipient, subject, body_text, body_html, message_id,
        state, created_at, sent_at)
      values (${newId()}, 'test', 'a@example.com', 's', 't', 'h', ${newId()}, 'sent', ${now()},
        ${now()})`),
  // The day of a mail stands in its id.
  raw_mail_contents: async () => {
    const id = newId(now().getTime());
    await db.write.rows(sql`
      with mail as (
        insert into raw_mails (id, mailbox_id, came_by, received_at, sha256, bytes, state, outcome)
        values (${id}, ${mailboxId}, 'smtp', ${now()}, ${id}, 5, 'decided', 'new') returning id
      )
      insert into raw_mail_contents (raw_mail_id, content) select id, 'words' from mail`);
  },
  address_changes: async () => {
    const { id, email } = await aPerson();
    await db.write.rows(sql`
      insert into address_changes (id, user_id, old_email, new_email, step, asked_at, expires_at)
      values (${newId()}, ${id}, ${email}, 'new@example.com', 'confirm', ${now()}, ${now()})`);
  },
  verifications: () =>
    db.write.rows(sql`
      insert into verifications (id, identifier, value, expires_at)
      values (${newId()}, 'test', 'value', ${now()})`),
};

async function countOf(table: string): Promise<number> {
  const [row] = await db.write.rows<{ count: number }>(
    sql`select count(*)::int as count from ${raw(table)}`,
  );
  return row?.count ?? 0;
}

test.each(lifetimes.map((one) => ({ table: one.table, one, write: rowOf[one.table] })))(
  "three lifetimes of use leave $table as large as two",
  async ({ table, one, write }) => {
    const keepMs = keptMs(one);
    const counts: number[] = [];
    const before = await countOf(table);
    for (let step = 1; step <= 15; step += 1) {
      // What is gone at its end is looked at day by day.
      setClock(new Date(startMs + (step * Math.max(keepMs, 5 * dayMs)) / 5));
      await write();
      await forgetTheOld();
      counts.push((await countOf(table)) - before);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(6);
    expect(counts[14]).toBe(counts[9]);
  },
);

test("a mail that waits for an admin keeps its original, however old it is", async () => {
  setClock(new Date(startMs - 5_000 * dayMs));
  await rowOf.raw_mail_contents();
  await db.write.rows(sql`
    update raw_mails set state = 'quarantined', outcome = null where received_at = ${now()}`);
  const before = await countOf("raw_mail_contents");
  setClock(new Date(startMs));
  await forgetTheOld();
  expect(await countOf("raw_mail_contents")).toBe(before);
});

test("thirty days leave the ten-second measures flat", async () => {
  const counts: number[] = [];
  for (let day = 0; day < 30; day += 1) {
    const atMs = startMs + day * dayMs;
    setClock(new Date(atMs));
    const sample = {
      name: "test",
      labels: "",
      kind: "gauge",
      count: 1,
      sum: 1,
      highest: 1,
    } as const;
    await writeSamples(10, [{ ...sample, buckets: [], atMs, processId: "p", processKind: "web" }]);
    await forgetOldMeasures();
    counts.push(await countOf("metric_samples"));
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(1 + limits.metricSpanKeepMs / dayMs);
});
