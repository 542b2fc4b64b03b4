import { afterEach, beforeEach, expect, test } from "vitest";
import { closePools, db, pools, sql, transaction } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { forgetShared } from "@/platform/process";
import { type TestServices, testServices } from "@/testing/database";
import { appendEvents } from "./append";
import type { PlacedEnvelope } from "./event";
import { eventsAfter, lastPosition } from "./log";
import { placeEvents, publishPlaced } from "./relay";

let services: TestServices;
beforeEach(async () => {
  services = await testServices();
});
afterEach(() => services.close());

const origin = { actorId: null, commandId: null, requestId: null, now: new Date(0) };
const anEvent = (name: string) => ({ id: newId(), name, version: 1, ticketId: null, payload: {} });

const happens = (...names: string[]) =>
  transaction((tx) => appendEvents(tx, names.map(anEvent), origin));

const happen = (count: number) =>
  happens(...Array.from({ length: count }, (_, index) => `event ${index + 1}`));

class StoreIsAway extends Error {}
const isOutage = (thrown: unknown) => thrown instanceof StoreIsAway;

/** Where events arrive, in the order in which they do. */
function aStore() {
  const arrived: PlacedEnvelope[] = [];
  return {
    arrived,
    names: () => arrived.map((event) => event.name),
    publish: async (event: PlacedEnvelope) => void arrived.push(event),
  };
}

const places = async () =>
  (
    await db.write.rows<{ name: string; position: number | null }>(sql`
      select name, position from outbox order by seq`)
  ).map(({ position }) => position);

test("events get their positions in the order in which they happened, without a gap", async () => {
  await happens("asked", "answered");
  await happens("solved");
  expect(await placeEvents()).toBe(3);
  expect(await places()).toEqual([1, 2, 3]);
  expect(await lastPosition()).toEqual({ last: 3, epoch: 1 });
  expect(await placeEvents()).toBe(0);
  expect((await eventsAfter(1)).map((event) => event.name)).toEqual(["answered", "solved"]);
});

test("on a database that goes on from an earlier point a new epoch begins, once, with the next look", async () => {
  await happen(2);
  await placeEvents();
  // As a replica looks that was promoted: its log is of another timeline than what it holds says.
  await db.write.rows(sql`update event_positions set timeline = timeline + 1`);
  expect(await placeEvents()).toBe(0);
  expect(await lastPosition()).toEqual({ last: 2, epoch: 2 });
  await happen(1);
  expect(await placeEvents()).toBe(1);
  expect(await lastPosition()).toEqual({ last: 3, epoch: 2 });
});

test("a change that commits late gets its position late, and nothing is passed over", async () => {
  let commit: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let written: () => void = () => undefined;
  const wrote = new Promise<void>((resolve) => {
    written = resolve;
  });
  const slow = transaction(async (tx) => {
    await appendEvents(tx, [anEvent("slow")], origin);
    written();
    await held;
  });
  await wrote;
  await happens("quick");
  await placeEvents();
  const { last } = await lastPosition();
  commit();
  await slow;
  await placeEvents();
  expect((await eventsAfter(last)).map((event) => event.name)).toEqual(["slow"]);
  expect((await eventsAfter(0)).map((event) => event.name)).toEqual(["quick", "slow"]);
});

test("several workers that place at once give each position once", async () => {
  await happen(3 * limits.relayBatchMax);
  await Promise.all(Array.from({ length: 6 }, placeEvents));
  expect(await places()).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
});

test("what a killed worker had placed and not published is published by the next one", async () => {
  await happen(3);
  await placeEvents();
  const store = aStore();
  await publishPlaced(store.publish, isOutage);
  expect(store.names()).toEqual(["event 1", "event 2", "event 3"]);
  expect(await publishPlaced(store.publish, isOutage)).toMatchObject({ published: 0 });
});

test("a worker that is killed while it publishes leaves what it did not note to the next one", async () => {
  await happen(3);
  await placeEvents();
  const store = aStore();
  const killed = publishPlaced(async (event) => {
    await store.publish(event);
    if (event.position === 2)
      await db.write.rows(sql`
        select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and database = (
          select oid from pg_database where datname = current_database())`);
  }, isOutage);
  await expect(killed).rejects.toMatchObject({ code: "database_unavailable" });
  await publishPlaced(store.publish, isOutage);
  // Once or more, and in their order.
  expect([...new Set(store.names())]).toEqual(["event 1", "event 2", "event 3"]);
});

test("an event that cannot be published is parked after five tries and delays no other", async () => {
  await happens("poison", "good");
  await placeEvents();
  const store = aStore();
  const publish = async (event: PlacedEnvelope) => {
    if (event.name === "poison") throw new Error("cannot be told");
    await store.publish(event);
  };
  await publishPlaced(publish, isOutage);
  expect(store.names()).toEqual(["good"]);
  for (let round = 1; round < limits.relayAttemptsMax; round += 1)
    await publishPlaced(publish, isOutage);
  await happens("later");
  await placeEvents();
  await publishPlaced(store.publish, isOutage);
  expect(store.names()).toEqual(["good", "later"]);
  const [parked] = await db.write.rows(sql`
    select attempts, parked_at is not null as parked, fault from outbox where name = 'poison'`);
  expect(parked).toEqual({ attempts: 5, parked: true, fault: "Error: cannot be told" });
});

test("while the store is away events wait, and none is blamed or lost", async () => {
  await happen(4);
  await placeEvents();
  const store = aStore();
  let away = true;
  const publish = async (event: PlacedEnvelope) => {
    if (away && event.position === 3) throw new StoreIsAway();
    await store.publish(event);
  };
  for (let round = 0; round < 2 * limits.relayAttemptsMax; round += 1) {
    const sent = await publishPlaced(publish, isOutage);
    expect(sent.outage).toBeInstanceOf(StoreIsAway);
  }
  await happens("event 5");
  away = false;
  await placeEvents();
  await publishPlaced(publish, isOutage);
  expect(store.names()).toEqual(["event 1", "event 2", "event 3", "event 4", "event 5"]);
  expect(await db.write.rows(sql`select id from outbox where attempts > 0`)).toEqual([]);
});

test("two workers that relay at once never bring events out of their order, or twice", async () => {
  const store = aStore();
  let open = 0;
  const publish = async (event: PlacedEnvelope) => {
    open += 1;
    expect(open).toBe(1);
    await db.read.rows(sql`select 1`);
    await store.publish(event);
    open -= 1;
  };
  const relay = async () => {
    for (let round = 0; round < 12; round += 1) {
      await placeEvents();
      await publishPlaced(publish, isOutage);
    }
  };
  const people = async () => {
    for (let round = 0; round < 20; round += 1) await happen(3);
  };
  await Promise.all([relay(), relay(), people(), people()]);
  await relay();
  const positions = store.arrived.map((event) => event.position);
  expect(positions).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
});

test("a worker that hangs while it holds the relay loses it, lives on, and another goes on", async () => {
  await closePools();
  forgetShared("database-pools");
  pools().write.options.idle_in_transaction_session_timeout = 300;
  await happen(2);
  await placeEvents();
  let release: () => void = () => undefined;
  const hang = new Promise<void>((resolve) => {
    release = resolve;
  });
  const store = aStore();
  const hanging = publishPlaced(async (event) => {
    await store.publish(event);
    await hang;
  }, isOutage);
  // It holds the relay from its first event on.
  await expect.poll(() => store.arrived.length).toBeGreaterThan(0);
  const other = aStore();
  await expect.poll(async () => (await publishPlaced(other.publish, isOutage)).published).toBe(2);
  expect(other.names()).toEqual(["event 1", "event 2"]);
  release();
  await expect(hanging).rejects.toMatchObject({ code: "database_unavailable" });
  expect(await publishPlaced(other.publish, isOutage)).toMatchObject({ published: 0 });
});
