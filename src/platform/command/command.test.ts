import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { closePools, db, sql } from "@/platform/database";
import { forgetEnv } from "@/platform/env";
import { AppError, isAppError } from "@/platform/errors";
import { defineEvent } from "@/platform/outbox";
import { forgetShared } from "@/platform/process";
import { aCommandId, aPerson } from "@/testing/builders";
import { aCutLine, type Cut, type CutLine } from "@/testing/cut-line";
import { type TestServices, testServices } from "@/testing/database";
import { command, commandIdSchema, once } from ".";

const happened = defineEvent({ name: "test.happened", version: 1, payload: z.object({}) });

/** A change that counts how often it took effect. */
const addTeam = command(
  "test.addTeam",
  z.object({ commandId: commandIdSchema, name: z.string() }),
  async (tx, context, { name }) => {
    await tx.rows(sql`insert into teams (id, name) values (${aCommandId()}, ${name})`);
    tx.append(happened.make({}));
    if (name.includes("refused")) throw new AppError("forbidden");
    return { name, at: context.now.toISOString() };
  },
);

let services: TestServices;
let line: CutLine;
let anna: Actor;
beforeAll(async () => {
  services = await testServices();
  anna = await aPerson();
  line = await aCutLine(services.databaseUrl);
});
afterAll(async () => {
  await line.close();
  await services.close();
});
afterEach(() => setDatabase(null));

/** Points this process at another address of the same database. */
async function setDatabase(url: string | null): Promise<void> {
  await closePools();
  vi.unstubAllEnvs();
  if (url !== null) vi.stubEnv("DATABASE_URL", url);
  forgetEnv();
  forgetShared("database-pools");
}

const aName = (says = "team") => `${says} ${aCommandId()}`;

async function effectsOf(name: string): Promise<number> {
  const rows = await db.write.rows(sql`select id from teams where name = ${name}`);
  return rows.length;
}
const eventsOf = async (commandId: string) =>
  (await db.write.rows(sql`select id from outbox where command_id = ${commandId}`)).length;

const codeOf = (thrown: unknown) => (isAppError(thrown) ? thrown.code : thrown);

test.each<[Cut, number]>([
  ["before the commit", 0],
  ["before its answer", 1],
])(
  "a change that was cut off %s and is sent again has one effect and one answer",
  async (cut, done) => {
    await setDatabase(line.url);
    const input = { commandId: aCommandId(), name: aName() };
    line.cutNext(cut);
    const lost = await addTeam.execute(anna, input).catch(codeOf);
    expect(lost).toBe("database_unavailable");
    expect(await effectsOf(input.name)).toBe(done);
    const answer = await addTeam.execute(anna, input);
    expect(await addTeam.execute(anna, input)).toEqual(answer);
    expect(await effectsOf(input.name)).toBe(1);
    expect(await eventsOf(input.commandId)).toBe(1);
  },
);

test("many senders of one change at the same moment have one effect and one answer", async () => {
  const input = { commandId: aCommandId(), name: aName() };
  const answers = await Promise.all(Array.from({ length: 8 }, () => addTeam.execute(anna, input)));
  expect(new Set(answers.map((answer) => JSON.stringify(Object.entries(answer).sort()))).size).toBe(
    1,
  );
  expect(await effectsOf(input.name)).toBe(1);
  expect(await eventsOf(input.commandId)).toBe(1);
});

test("what is refused leaves nothing behind, and its id may be used for another try", async () => {
  const input = { commandId: aCommandId(), name: aName("refused") };
  expect(await addTeam.execute(anna, input).catch(codeOf)).toBe("forbidden");
  expect(await effectsOf(input.name)).toBe(0);
  expect(await eventsOf(input.commandId)).toBe(0);
  const again = { ...input, name: aName() };
  await addTeam.execute(anna, again);
  expect(await effectsOf(again.name)).toBe(1);
});

test("an id that was used for something else, or by somebody else, is refused", async () => {
  const input = { commandId: aCommandId(), name: aName() };
  await addTeam.execute(anna, input);
  const other = { ...input, name: aName() };
  expect(await addTeam.execute(anna, other).catch(codeOf)).toBe("command_id_reused");
  const stranger = await aPerson();
  expect(await addTeam.execute(stranger, input).catch(codeOf)).toBe("command_id_reused");
  expect(await effectsOf(other.name)).toBe(0);
});

test("a database that is away is said to be away, and the caller asks again", async () => {
  await setDatabase("postgresql://nobody@127.0.0.1:1/nothing");
  const input = { commandId: aCommandId(), name: aName() };
  for (const asked of [addTeam.execute(anna, input), db.read.rows(sql`select 1`)]) {
    const thrown: unknown = await asked.catch((error: unknown) => error);
    expect(isAppError(thrown) && thrown.rule).toMatchObject({ http: 503, client: "retry" });
  }
});

const reacts = command(
  "test.reacts",
  z.object({ commandId: commandIdSchema, eventId: z.uuid(), name: z.string() }),
  async (tx, _context, { eventId, name }) => {
    if (!(await once(tx, "test", eventId))) return { did: false };
    await tx.rows(sql`insert into teams (id, name) values (${aCommandId()}, ${name})`);
    return { did: true };
  },
);

test("a consumer that meets the same event twice, even at once, acts once", async () => {
  const eventId = aCommandId();
  const name = aName();
  const meets = () => reacts.execute(anna, { commandId: aCommandId(), eventId, name });
  const answers = await Promise.all([meets(), meets(), meets()]);
  expect(answers.filter((answer) => answer.did)).toHaveLength(1);
  expect(await meets()).toEqual({ did: false });
  expect(await effectsOf(name)).toBe(1);
});
