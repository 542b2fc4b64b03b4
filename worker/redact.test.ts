import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "bullmq";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { changeSome } from "@/modules/bulk/commands/run";
import { createTicket, redactMessage, reply, withdrawMessage } from "@/modules/conversations";
import { ticketActivity, ticketHead, updateTicket } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { closeQueues, consume, isQueueName, queues } from "@/platform/queues";
import { fileStorage } from "@/platform/storage/configured";
import { valkey } from "@/platform/valkey";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aField, aMacro } from "@/testing/house";
import { processors } from "./processors";
import { type Relay, startRelay } from "./relay";

const folder = mkdtempSync(join(tmpdir(), "redact-"));
let services: TestServices;
let relay: Relay;
let workers: Worker[];
let anna: Actor;
let mia: Actor;
let max: Actor;

beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder });
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent", name: "Mia" });
  max = await aPerson({ role: "agent", name: "Max" });
  relay = startRelay();
  workers = Object.keys(queues)
    .filter(isQueueName)
    .map((name) =>
      consume(
        name,
        processors.filter((processor) => processor.queue === name),
      ),
    );
});
afterAll(async () => {
  await relay.close();
  await Promise.all(workers.map((worker) => worker.close()));
  await closeQueues();
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

const canary = "Canary 4711-0815";
const traces = ["4711-0815", "canary"];

/** Where any text, array or JSON of any table says a trace, whatever tables there are. */
async function placesInDatabase(): Promise<string[]> {
  const columns = await db.write.rows<{ name: string; field: string }>(sql`
    select columns.table_name as name, columns.column_name as field
    from information_schema.columns join information_schema.tables
      on tables.table_schema = columns.table_schema and tables.table_name = columns.table_name
    where columns.table_schema = 'public' and tables.table_type = 'BASE TABLE'
      and (columns.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')
        or columns.udt_name in ('citext', 'tsvector'))`);
  const found: string[] = [];
  for (const { name, field } of columns) {
    const text = raw(`lower("${field}"::text)`);
    const rows = await db.write.rows(sql`
      select 1 from ${raw(`"${name}"`)}
      where strpos(${text}, ${traces[0]}) > 0 or strpos(${text}, ${traces[1]}) > 0 limit 1`);
    if (rows.length > 0) found.push(`${name}.${field}`);
  }
  return [...new Set(found)].sort();
}

const said = (text: string) => traces.some((trace) => text.toLowerCase().includes(trace));

/** Every key of the store with everything that it holds. */
async function placesInStore(): Promise<string[]> {
  const store = valkey("queue");
  const found: string[] = [];
  for (const key of await store.keys("*")) {
    const type = await store.type(key);
    const held =
      type === "string"
        ? await store.get(key)
        : type === "hash"
          ? await store.hgetall(key)
          : type === "stream"
            ? await store.xrange(key, "-", "+")
            : type === "list"
              ? await store.lrange(key, 0, -1)
              : null;
    if (said(JSON.stringify(held))) found.push(key);
  }
  return found;
}

const placesInFiles = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => said(readFileSync(path, "utf8")));

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

async function aFile(owner: Actor): Promise<string> {
  const id = newId();
  const text = `the ${canary} is in here`;
  await fileStorage().local?.write(`kept/${id}`, text.length, bytesOf(text));
  await db.write.rows(sql`
    insert into attachments (id, owner_id, name, claimed_type, type, bytes, state, storage_key,
      created_at, checked_at)
    values (${id}, ${owner.id}, ${`${canary}.txt`}, 'text/plain', 'text/plain', ${text.length},
      'checked', ${`kept/${id}`}, now(), now())`);
  return id;
}

const removes = (ticketId: string, messageId: string, what: Record<string, string>) => {
  const given = { commandId: aCommandId(), ticketId, messageId, what };
  return redactMessage.execute(mia, redactMessage.schema.parse(given));
};

/** A bulk action that empties a field keeps what it said, for an undo. */
async function cleansFields(ticketId: string, key: string): Promise<void> {
  const macroId = await aMacro({ actions: { fields: { [key]: null } } });
  const [row] = await db.write.rows<{ updated_at: Date }>(sql`
    select updated_at from tickets where id = ${ticketId}`);
  const updatedAt = row?.updated_at.toISOString() ?? "";
  const deed = { kind: "macro", macroId } as const;
  const given = { commandId: aCommandId(), deed, tickets: [{ ticketId, updatedAt }] };
  const { actionId } = await changeSome.execute(mia, changeSome.schema.parse(given));
  await vi.waitFor(
    async () => {
      const done = await db.write.rows(sql`
        select id from bulk_actions where id = ${actionId} and done = 1`);
      expect(done).toHaveLength(1);
    },
    { timeout: 45_000 },
  );
}

test("words and a file that were removed are nowhere: not in a table, a store, a file, a mail", async () => {
  const asked = { commandId: aCommandId(), subject: `My ${canary}`, body: `It is **${canary}**.` };
  const { ticketId, number } = await createTicket.execute(anna, createTicket.schema.parse(asked));
  const says = (actor: Actor, more: Record<string, unknown>) => {
    const given = { commandId: aCommandId(), ticketId, ...more };
    return reply.execute(actor, reply.schema.parse(given));
  };
  const attachmentId = await aFile(anna);
  const hers = { commandId: aCommandId(), ticketId, changes: { assigneeId: mia.id } };
  await updateTicket.execute(max, updateTicket.schema.parse(hers));
  const first = await says(anna, { body: `Again: ${canary}`, attachmentIds: [attachmentId] });
  const quote = await says(mia, { body: `> It is canary\n> *4711-0815*\n\nThank you.` });
  await says(mia, { kind: "note", body: `She sent canary   4711-0815, call her.` });
  const held = await says(mia, { holdSeconds: 100, body: `About ${canary}` });
  await withdrawMessage.execute(mia, {
    ...{ commandId: aCommandId(), ticketId, messageId: held.messageId },
  });
  await says(mia, { holdSeconds: 120, body: `Later about ${canary}` });
  const renamed = { commandId: aCommandId(), ticketId, changes: { subject: `${canary} again` } };
  await updateTicket.execute(mia, updateTicket.schema.parse(renamed));
  const { key } = await aField({ type: "text" });
  const fielded = { commandId: aCommandId(), ticketId, changes: { fields: { [key]: canary } } };
  await updateTicket.execute(mia, updateTicket.schema.parse(fielded));
  await cleansFields(ticketId, key);
  await updateTicket.execute(
    mia,
    updateTicket.schema.parse({ ...fielded, commandId: aCommandId() }),
  );
  await vi.waitFor(
    async () => {
      const mails = await db.write.rows(sql`
        select id from outgoing_mails where body_text ilike '%4711-0815%'`);
      expect(mails.length).toBeGreaterThan(0);
      const open = await db.write.rows(sql`select id from outbox where published_at is null`);
      expect(open).toEqual([]);
      const places = await placesInDatabase();
      expect(places).toContain("notifications.words");
      expect(places).toContain("tickets.fields");
      expect(places).toContain("bulk_action_tickets.before");
    },
    { timeout: 45_000 },
  );
  expect((await placesInDatabase()).length).toBeGreaterThan(5);
  expect((await placesInStore()).length).toBeGreaterThan(0);
  expect(placesInFiles()).toHaveLength(1);

  await removes(ticketId, quote.messageId, { words: canary });
  await removes(ticketId, first.messageId, { attachmentId });
  await vi.waitFor(
    async () => {
      const done = await db.write.rows(sql`select event_id from effects where consumer = 'scrub'`);
      expect(done).toHaveLength(2);
      const forgot = await db.write.rows(sql`
        select event_id from effects where consumer = 'notifications-forget'`);
      expect(forgot).toHaveLength(2);
      const left = await db.write.rows(sql`
        select event_id from effects where consumer = 'bulk-forget'`);
      expect(left).toHaveLength(2);
      expect(placesInFiles()).toEqual([]);
    },
    { timeout: 45_000 },
  );
  expect(await placesInDatabase()).toEqual([]);
  expect(await placesInStore()).toEqual([]);

  const entries = await ticketActivity(await ticketHead(mia, number));
  const told = entries.filter((entry) => entry.kind === "redacted");
  expect(told.map((entry) => [entry.actor?.name, entry.detail])).toEqual([
    ["Mia", { what: "file" }],
    ["Mia", { what: "words" }],
  ]);
}, 40_000);

test("words that the message does not say are refused", async () => {
  const asked = { commandId: aCommandId(), subject: "Hello", body: "Nothing here." };
  const { ticketId } = await createTicket.execute(anna, createTicket.schema.parse(asked));
  const [message] = await db.write.rows<{ id: string }>(sql`
    select id from ticket_messages where ticket_id = ${ticketId}`);
  await expect(removes(ticketId, message?.id ?? "", { words: canary })).rejects.toMatchObject({
    code: "nothing_to_redact",
  });
});
