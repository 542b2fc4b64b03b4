import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyPassword } from "better-auth/crypto";
import { fileTypeFromBuffer } from "file-type";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { variableWords } from "@/modules/responses/client";
import { isActive } from "@/modules/tickets/client";
import { now } from "@/platform/clock";
import { openVariables } from "@/platform/placeholders";
import { type TestServices, testServices } from "@/testing/database";
import { demoHistories, seedDemo } from "./demo";
import { demoPassword } from "./demo/accounts";
import { demoFields, demoMacros, demoResponses } from "./demo/desk-tools";
import { photos } from "./demo/photos";
import { demoRatings } from "./demo/ratings";
import { seedLarge } from "./large/load";
import { seeded } from "./random";

describe("Fjord & Fern", () => {
  const nowMs = now().getTime();
  const { histories, workspace } = demoHistories(nowMs, 10_001);

  test("has 1,200 tickets in ninety days, about sixty of them to be worked on", () => {
    expect(histories).toHaveLength(1_200);
    const active = histories.filter(({ ticket }) => isActive(ticket.status));
    expect(active.length).toBeGreaterThan(50);
    expect(active.length).toBeLessThan(70);
    const fault = histories.filter(({ ticket }) => ticket.tags.includes("firmware-4.2.0"));
    expect(fault).toHaveLength(40);
  });

  test("lies in the past, and each conversation in order", () => {
    for (const { messages } of histories) {
      const times = messages.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(times.at(-1)).toBeLessThan(nowMs);
      expect(times.length).toBeLessThanOrEqual(8);
    }
  });

  test("answered Jonas two minutes ago", () => {
    const own = histories.filter(({ ticket }) => ticket.requesterId === workspace.jonas.id);
    expect(own).toHaveLength(3);
    const newest = own.map(({ messages }) => messages.at(-1)).find((last) => last?.by.staff);
    expect(nowMs - (own.at(-1)?.messages.at(-1)?.at.getTime() ?? 0)).toBe(120_000);
    expect(newest?.kind).toBeDefined();
  });

  test("was rated all along, by whom it was asked, and mostly well", () => {
    const ratings = demoRatings(histories, workspace.customers, seeded(1), nowMs);
    const said = ratings.flatMap(({ said: one }) => one ?? []);
    expect(said.length / ratings.length).toBeGreaterThan(0.3);
    const share = said.filter(({ isGood }) => isGood).length / said.length;
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(0.97);
    expect(said.filter(({ comment }) => comment !== "").length).toBeGreaterThan(20);
    const weeks = new Set(said.map(({ at }) => Math.floor((nowMs - at.getTime()) / 604_800_000)));
    expect(weeks.size).toBeGreaterThan(10);
    for (const { at } of said) expect(at.getTime()).toBeLessThan(nowMs);
  });

  test("fills Mia's queue, and leaves some for whoever has time", () => {
    const open = histories.filter(({ ticket }) => ticket.status === "open");
    const mine = open.filter(({ ticket }) => ticket.assigneeId === workspace.mia.id);
    expect(mine.length).toBeGreaterThan(3);
    expect(open.filter(({ ticket }) => ticket.assigneeId === null).length).toBeGreaterThan(3);
  });
});

test("Fjord & Fern has tools that fit: what its macros and texts name is there", () => {
  const keys = demoFields.map(({ key }) => `field.${key}`);
  const texts = [...demoResponses, ...demoMacros.flatMap(({ message }) => message ?? [])];
  for (const { body } of texts)
    for (const name of openVariables(body))
      expect([...Object.keys(variableWords), ...keys]).toContain(name);
  expect([demoFields.length, demoResponses.length, demoMacros.length]).toEqual([3, 8, 5]);
});

describe("in a database", () => {
  let services: TestServices;
  let client: pg.Client;
  beforeAll(async () => {
    services = await testServices();
    client = new pg.Client({ connectionString: services.databaseUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await services.close();
  });

  const one = async (statement: string): Promise<unknown> =>
    Object.values((await client.query(statement)).rows[0] ?? {})[0];
  const indexes = () =>
    one(`select md5(string_agg(indexdef, ';' order by indexname)) from pg_indexes
         where schemaname = 'public'`);
  const keys = () =>
    one(`select md5(string_agg(conrelid::regclass::text || pg_get_constraintdef(oid), ';'
           order by conrelid::regclass::text, pg_get_constraintdef(oid)))
         from pg_constraint where contype = 'f'`);

  test("the demo is written once, and its people can sign in", async () => {
    const { accounts } = await seedDemo(services.databaseUrl);
    expect(accounts.map(({ role }) => role)).toEqual(["agent", "customer", "admin"]);
    await seedDemo(services.databaseUrl);
    expect(await one("select count(*)::int from tickets")).toBe(1_200);
    expect(await one("select seeded from workspace")).toBe("demo");
    expect(await one("select count(*)::int from mailboxes")).toBe(2);
    expect(await one("select address::text from mailboxes where is_default")).toContain("help@");
    expect(
      await one(`select count(*)::int from tickets join satisfaction_ratings on ticket_id = tickets.id
        where (is_good and satisfaction <> 5) or rated_at < asked_at or resolution_at > asked_at`),
    ).toBe(0);
    expect(
      await one("select count(*)::int from satisfaction_ratings where rated_at is not null"),
    ).toBeGreaterThan(100);
    expect(await one("select count(*)::int from kb_articles")).toBe(13);
    expect(await one("select count(*)::int from kb_pages where internal")).toBe(1);
    expect(await one("select count(distinct language)::int from kb_pages")).toBe(3);
    const passwords = await client.query("select password from accounts");
    expect(passwords.rows).toHaveLength(4);
    for (const { password } of passwords.rows)
      expect(await verifyPassword({ hash: password, password: demoPassword })).toBe(true);
  });

  test("a large past joins it, whether indexes are kept in step or made anew", async () => {
    const until = new Date("2026-11-24T00:00:00Z");
    await seedLarge(services.databaseUrl, { tickets: 500, seed: 1, until, rebuild: false });
    const before = [await indexes(), await keys()];
    await seedLarge(services.databaseUrl, { tickets: 500, seed: 2, until, rebuild: true });
    expect([await indexes(), await keys()]).toEqual(before);
    expect(await one("select count(*)::int from tickets")).toBe(2_200);
    expect(await one("select max(number)::int - min(number)::int from tickets")).toBe(2_199);
    expect(await one("select count(*)::int from ticket_messages_default")).toBe(0);
    expect(await one("select count(*)::int from activity_logs_default")).toBe(0);
  });

  test("the same seed twice is refused, and nothing of it stays", async () => {
    const again = { tickets: 500, seed: 2, until: new Date("2026-11-24T00:00:00Z") };
    await expect(seedLarge(services.databaseUrl, again)).rejects.toThrow("--seed 3");
    expect(await one("select count(*)::int from tickets")).toBe(2_200);
  });
});

test("the photos that customers sent are pictures, small ones, and lie where files lie", async () => {
  const services = await testServices();
  const folder = mkdtempSync(join(tmpdir(), "insightdesk-photos-"));
  try {
    await seedDemo(services.databaseUrl, folder);
    const client = new pg.Client({ connectionString: services.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ storage_key: string; bytes: string }>(
      "select storage_key, bytes from attachments where state = 'checked'",
    );
    await client.end();
    expect(rows).toHaveLength(photos.length);
    for (const { storage_key, bytes } of rows) {
      const content = readFileSync(join(folder, storage_key));
      expect(content.byteLength).toBe(Number(bytes));
      expect(content.byteLength).toBeLessThan(100_000);
      expect((await fileTypeFromBuffer(content))?.mime).toBe("image/png");
    }
  } finally {
    rmSync(folder, { recursive: true });
    await services.close();
  }
});
