import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { db, sql, transaction } from "@/platform/database";
import { newId } from "@/platform/ids";
import {
  appendEvents,
  eventsAfter,
  lastPosition,
  type PlacedEnvelope,
  placeEvents,
} from "@/platform/outbox";
import { keyOf, valkey } from "@/platform/valkey";
import { type TestServices, testServices } from "@/testing/database";
import { EventLog } from "./event-log";
import { type Feed, startFeed } from "./feed";

const patience = { timeout: 45_000, interval: 20 };
let services: TestServices;
let feed: Feed;
let heard: number[];
let skips: number;
let from: number;

beforeAll(async () => {
  services = await testServices();
});
beforeEach(async () => {
  heard = [];
  skips = 0;
  from = (await lastPosition()).last;
  feed = await startFeed(
    new EventLog(from, 100),
    (event) => heard.push(event.position - from),
    () => {
      skips += 1;
    },
  );
});
afterEach(() => feed.close());
afterAll(() => services.close());

const origin = { actorId: null, commandId: null, requestId: null, now: new Date(0) };

async function happens(count: number): Promise<PlacedEnvelope[]> {
  const { last } = await lastPosition();
  const events = Array.from({ length: count }, () => ({
    id: newId(),
    name: "test.happened",
    version: 1,
    ticketId: null,
    payload: {},
  }));
  await transaction((tx) => appendEvents(tx, events, origin));
  while ((await placeEvents()) > 0);
  return eventsAfter(last);
}

const streams = (event: PlacedEnvelope | undefined) =>
  valkey("realtime").xadd(keyOf("events"), "*", "event", JSON.stringify(event));

test("events come once each and in their order, whatever the stream brings", async () => {
  const [one, two, three, four] = await happens(4);
  for (const event of [two, one, one, four, two, three]) await streams(event);
  await expect.poll(() => heard, patience).toEqual([1, 2, 3, 4]);
  expect(skips).toBe(0);
});

test("what the stream never brings comes from the database", async () => {
  const [, , , last] = await happens(4);
  await streams(last);
  await expect.poll(() => heard, patience).toEqual([1, 2, 3, 4]);
  await happens(700);
  await expect.poll(() => heard.length, patience).toBe(704);
  expect(heard).toEqual(heard.map((_, index) => index + 1));
  expect(skips).toBe(0);
});

test("nonsense in the stream stops nothing", async () => {
  await valkey("realtime").xadd(keyOf("events"), "*", "event", "{");
  await valkey("realtime").xadd(keyOf("events"), "*", "other", "1", "event", "{}");
  const [one] = await happens(1);
  await streams(one);
  await expect.poll(() => heard, patience).toEqual([1]);
});

test("positions that nobody can give any more are skipped, and everyone is told to fetch", async () => {
  await feed.close();
  await happens(3);
  await db.write.rows(sql`delete from outbox where position = ${from + 2}`);
  feed = await startFeed(
    new EventLog(from, 100),
    (event) => heard.push(event.position - from),
    () => {
      skips += 1;
    },
  );
  await expect.poll(() => heard, patience).toEqual([1, 3]);
  expect(skips).toBe(1);
});

test("a database that was put back to an older state is noticed", async () => {
  await happens(3);
  await expect.poll(() => heard.length, patience).toBe(3);
  await db.write.rows(sql`delete from outbox where position > ${from + 1}`);
  await db.write.rows(sql`update event_positions set last = ${from + 1}, epoch = epoch + 1`);
  await expect.poll(() => skips, patience).toBe(1);
  const [again] = await happens(1);
  await streams(again);
  await expect.poll(() => heard, patience).toEqual([1, 2, 3, 2]);
});
