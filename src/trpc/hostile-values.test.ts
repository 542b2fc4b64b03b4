import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { isAppError } from "@/platform/errors";
import { callAs, callInputs, inputSchemaOf, procedureNames } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aScene, someone } from "@/testing/scene";
import { refusalOf } from "./errors";

const folder = mkdtempSync(join(tmpdir(), "hostile-values-"));
let services: TestServices;
let admin: Actor;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder, RATE_LIMIT_FACTOR: "10000" });
  admin = await someone("admin");
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

const mark = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
const id = "01980000-0000-7000-8000-000000000000";

/** What people who mean harm, and programs that are wrong, put where something else belongs. */
const hostile: readonly unknown[] = [
  undefined,
  null,
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e\u200b",
  "'; drop table tickets; --",
  "%_\\",
  "x".repeat(110_000),
  "00000000-0000-0000-0000-000000000000",
  "NaN",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "2026-02-29T00:00:00Z",
  0,
  -1,
  1.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  1e308,
  true,
  [],
  [null],
  [["a"]],
  {},
  { toString: "x", length: 9, constructor: null },
  mark(["0000-01-01T00:00:00.000Z", id]),
  mark(["9999-12-31T23:59:59.999Z", id]),
  mark(["infinity", id]),
  mark([5, "infinity", id]),
  mark(["a\u0000b", id]),
  mark({}),
  "status:open and (",
  "(".repeat(4_000),
  'created:<99999999999d number:99999999999999999999 tag:"a\u0000b"',
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Fields = { readonly [name: string]: Fields };

/** Every field that a schema reads, those that may be left out too; of a choice those of all its cases. */
function fieldsIn(schema: unknown): Fields {
  if (!isRecord(schema)) return {};
  const { properties, anyOf, oneOf, allOf } = schema;
  const cases = [anyOf, oneOf, allOf].flatMap((each) => (Array.isArray(each) ? each : []));
  const own = isRecord(properties)
    ? Object.entries(properties).map(([name, field]) => [name, fieldsIn(field)] as const)
    : [];
  return Object.assign({}, ...cases.map(fieldsIn), Object.fromEntries(own));
}

/** The same input with each of its fields, however deep, exchanged for a value. */
function exchanged(input: unknown, fields: Fields, value: unknown): unknown[] {
  const whole = [value];
  if (!isRecord(input)) return whole;
  const names = new Set([...Object.keys(input), ...Object.keys(fields)]);
  const inside = [...names].flatMap((name) =>
    exchanged(input[name], fields[name] ?? {}, value).map((other) => ({ ...input, [name]: other })),
  );
  return [...whole, ...inside];
}

/** What went wrong, when something did that is nobody's fault but ours. */
async function faultOf(name: string, given: unknown): Promise<string | null> {
  const thrown: unknown = await callAs(name, admin, given).then(
    () => null,
    (error: unknown) => error,
  );
  // The guards refuse before there is a procedure.
  if (thrown === null || isAppError(thrown)) return null;
  if (thrown instanceof TRPCError && refusalOf(thrown).code !== "internal") return null;
  const cause = thrown instanceof TRPCError ? thrown.cause : thrown;
  return `${JSON.stringify(given)?.slice(0, 300)}: ${String(cause)}`;
}

test("the fields of an input are known, those that may be left out too", () => {
  expect(Object.keys(fieldsIn(inputSchemaOf("tickets.reply")))).toEqual(
    expect.arrayContaining(["commandId", "ticketId", "body", "attachmentIds", "holdSeconds"]),
  );
});

test.each(procedureNames)(
  "%s answers or refuses whatever it is given, and never breaks",
  async (name) => {
    const input = await callInputs[name]?.(await aScene(await someone("customer")));
    const fields = fieldsIn(inputSchemaOf(name));
    expect(await faultOf(name, isRecord(input) ? { ...input, surplus: hostile } : hostile)).toBe(
      null,
    );
    for (const value of hostile) {
      const faults = await Promise.all(
        exchanged(input, fields, value).map((given) => faultOf(name, given)),
      );
      expect(faults.filter((fault) => fault !== null)).toEqual([]);
    }
  },
);
