import { expect, test } from "vitest";
import { saidOf } from "../planted";
import { errorCodes, unusedErrorCodes } from "./error-codes";
import { limits } from "./limits";
import { homes, valkeyKeys } from "./names";

const at = "src/modules/sla/jobs.ts";

test.each([
  ["bullmq", 'import { Queue } from "bullmq";\nnew Queue("sla-checks");'],
  ["iovalkey", 'import Valkey from "iovalkey";\nnew Valkey();'],
  ["pg", 'import pg from "pg";\nnew pg.Pool();'],
])("%s is opened in its home alone", async (name, text) => {
  expect(await saidOf(homes, { [at]: `\n${text}` })).toEqual([
    expect.stringMatching(new RegExp(`jobs\\.ts:2 ${name} lives in src/platform/`)),
  ]);
});

test("a type of such a package may be named anywhere", async () => {
  expect(
    await saidOf(homes, { [at]: 'import type { Pool } from "pg";\nexport type P = Pool;' }),
  ).toEqual([]);
  expect(await saidOf(homes, { "src/platform/queues/a.ts": 'import "bullmq";' })).toEqual([]);
});

const keys = {
  "src/platform/valkey/keys.ts": "export const presence = (id: string) => `presence:${id}`;",
};

test.each(["`session:${id}`", '"cache:tickets"', "`presence:${id}`"])(
  "a key of Valkey is taken from the table of keys: %s",
  async (key) => {
    const text = `\nexport const key = (id: string) => ${key};`;
    expect(await saidOf(valkeyKeys, { ...keys, [at]: text })).toEqual([
      expect.stringMatching(/jobs\.ts:2 .* is a key of Valkey: take it from src\/platform\/valkey/),
    ]);
  },
);

test("a sentence that begins like a key is none", async () => {
  const text = 'export const words = "session: this one was closed";';
  expect(await saidOf(valkeyKeys, { ...keys, [at]: text })).toEqual([]);
});

test("a number that bounds something stands among the limits", async () => {
  const text =
    "export const lockMs = 5 * 1_000;\nconst attachmentBytesMax = 10;\nattachmentBytesMax;";
  expect(await saidOf(limits, { [at]: text })).toEqual([
    expect.stringContaining("lockMs bounds something: it stands in src/platform/limits/"),
    expect.stringContaining("attachmentBytesMax bounds something"),
  ]);
  expect(await saidOf(limits, { "src/platform/limits/parts/jobs.ts": text })).toEqual([]);
});

test("a wait in bare milliseconds bounds something too", async () => {
  const text = "setTimeout(() => 1, 5_000);\nsetTimeout(() => 1, 0);";
  expect(await saidOf(limits, { "web/main.ts": text })).toEqual([
    expect.stringContaining("web/main.ts:1 a bare number of milliseconds"),
  ]);
});

test("a number of the domain stands in its rule", async () => {
  const text = "export const reopenWindowMs = 7 * 86_400_000;";
  expect(await saidOf(limits, { "src/modules/tickets/rules/turn.ts": text })).toEqual([]);
  expect(await saidOf(limits, { "src/modules/tickets/queries.ts": text })).toHaveLength(1);
});

test("arithmetic, and numbers that bound nothing, may stand where they are used", async () => {
  const text = "const dayMs = 86_400_000;\nconst columns = 3;\nexport const a = [dayMs, columns];";
  expect(await saidOf(limits, { [at]: text })).toEqual([]);
});

test("a module refuses with a code of the table", async () => {
  const text = 'throw new TRPCError({ code: "NOT_FOUND" });';
  expect(await saidOf(errorCodes, { [at]: text })).toEqual([
    expect.stringContaining("throw an AppError with a code"),
  ]);
});

test("a code that nobody throws is not in the table", async () => {
  const table = "export const errorRules = { a_b: { http: 404 }, c_d: { http: 409 } } as const;";
  const said = await saidOf(unusedErrorCodes, {
    "src/platform/errors/parts/tickets.ts": table,
    [at]: 'throw new AppError("c_d");',
  });
  expect(said).toEqual([expect.stringMatching(/tickets\.ts:1 a_b is thrown by nobody/)]);
});
