import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createTicket, redactMessage } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, pools, sql } from "@/platform/database";
import { ensurePartitions } from "@/platform/database/partitions";
import { forgetEnv } from "@/platform/env";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { cleanPendingLists, useSearchLanguage } from "./commands/keep-indexes";
import { learnForAWhile } from "./commands/learn-words";
import { searchTickets } from "./queries/search-tickets";
import { formsOf } from "./rules/spelling";

let services: TestServices;
let anna: Actor;
let mia: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson({ name: "Anna" });
  mia = await aPerson({ role: "agent" });
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});
afterAll(() => {
  setClock(null);
  return services.close();
});

async function asks(body: string) {
  const given = { commandId: aCommandId(), subject: "A question", body };
  return createTicket.execute(anna, createTicket.schema.parse(given));
}

/** All that is written by now is old enough to be learned. */
async function learnAll() {
  setClock(new Date(nowMs() + 3 * limits.wordSweepMs));
  while (await learnForAWhile());
}

const known = async () =>
  new Map(
    (
      await db.write.rows<{ word: string; messages: number; forms: string[] }>(sql`
        select word, messages, forms from search_words`)
    ).map((row) => [row.word, row]),
  );

test("a word is learned once enough messages hold it, and counted from then on", async () => {
  for (let each = 0; each < limits.wordMessagesMin - 1; each += 1)
    await asks("The hygrometer says 40.");
  await asks("My secret is swordfishcanary.");
  await learnAll();
  expect((await known()).has("hygrometer")).toBe(false);
  await asks("Hygrometer, again: FF-20104 ab.");
  await learnAll();
  const words = await known();
  expect(words.get("hygrometer")?.forms.toSorted()).toEqual([...formsOf("hygrometer")].toSorted());
  expect([...words.keys()]).not.toContain("swordfishcanary");
  expect([...words.keys()].filter((word) => !/^[a-z]{3,30}$/.test(word))).toEqual([]);
  await asks("One more hygrometer.");
  await learnAll();
  expect((await known()).get("hygrometer")?.messages).toBe(2);
  await learnAll();
  expect((await known()).get("hygrometer")?.messages).toBe(2);
});

test("the past is learned backwards, whole, and once", async () => {
  const { ticketId } = await asks("Something new.");
  await ensurePartitions(pools().write, {
    from: new Date("2026-01-01"),
    to: new Date("2026-03-01"),
  });
  for (let each = 0; each < 5; each += 1) {
    const at = Date.UTC(2026, 0, 3 + 5 * each);
    await db.write.rows(sql`
      insert into ticket_messages (id, ticket_id, author_id, kind, channel, body_html, body_text, created_at)
      values (${newId(at)}, ${ticketId}, ${anna.id}, 'reply', 'web', '', 'An aubergine.', ${new Date(at)})`);
  }
  await learnAll();
  expect((await known()).get("aubergine")?.messages).toBeGreaterThanOrEqual(3);
  const before = (await known()).get("aubergine")?.messages;
  await learnAll();
  expect((await known()).get("aubergine")?.messages).toBe(before);
});

test("what is taken away for good leaves the list, unless enough others say it", async () => {
  const said = "The pelargonium and the zinnia.";
  const tickets = [await asks(said), await asks(said), await asks(said), await asks("A zinnia.")];
  await learnAll();
  expect((await known()).has("pelargonium")).toBe(true);
  const [first] = tickets;
  const [message] = await db.write.rows<{ id: string }>(sql`
    select id from ticket_messages where ticket_id = ${first?.ticketId}`);
  const asked = { commandId: aCommandId(), ticketId: first?.ticketId, messageId: message?.id };
  await redactMessage.execute(
    mia,
    redactMessage.schema.parse({ ...asked, what: { words: "pelargonium and the zinnia" } }),
  );
  expect((await searchTickets(mia, { text: "pelargonium", typing: false })).tickets).toHaveLength(
    2,
  );
  const words = await known();
  expect(words.has("pelargonium")).toBe(false);
  expect(words.has("zinnia")).toBe(true);
});

test("a new month has its index, and new texts are found before and after they are put in order", async () => {
  await ensurePartitions(pools().write);
  const [{ without } = { without: -1 }] = await db.write.rows<{ without: number }>(sql`
    select count(*)::int as without from pg_inherits
    where inhparent = 'ticket_messages'::regclass and not exists (
      select from pg_index where indrelid = inhrelid
        and pg_get_indexdef(indexrelid) like '%search_vector%')`);
  expect(without).toBe(0);
  const { number } = await asks("A kumquat tree.");
  const find = async () =>
    (await searchTickets(mia, { text: "kumquats", typing: false })).tickets[0]?.row.number;
  expect(await find()).toBe(number);
  await cleanPendingLists();
  expect(await find()).toBe(number);
});

test("a month that was dropped while its name is still known costs nobody an answer", async () => {
  const find = () => searchTickets(mia, { text: "kumquats", typing: false });
  await find();
  await db.write.rows(sql`drop table ticket_messages_2026_02`);
  expect((await find()).tickets).toHaveLength(1);
});

test("search speaks the language that the environment names, of old texts too", async () => {
  const { number } = await asks("Die Häuser sind undicht.");
  const find = async (text: string) =>
    (await searchTickets(mia, { text, typing: false })).tickets[0]?.row.number;
  expect(await find("undichten")).toBeUndefined();
  vi.stubEnv("SEARCH_LANGUAGE", "german");
  forgetEnv();
  await useSearchLanguage();
  expect(await find("undichten")).toBe(number);
  expect(await find("hauser")).toBe(number);
  const [row] = await db.write.rows(sql`select language, indexed_language from search_learning`);
  expect(row).toEqual({ language: "german", indexed_language: "german" });
});
