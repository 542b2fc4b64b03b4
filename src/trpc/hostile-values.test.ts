import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { isAppError } from "@/platform/errors";
import { callAs, callInputs, procedureNames } from "@/testing/calls";
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

/** The same input with each of its fields, however deep, exchanged for a value. */
function exchanged(input: unknown, value: unknown): unknown[] {
  const whole = [value];
  if (!isRecord(input)) return whole;
  const optional = ["after", "before", "sort", "words", "seen", "attachmentIds", "holdSeconds"];
  const keys = new Set([...Object.keys(input), ...optional, "commandId"]);
  const fields = [...keys].flatMap((key) =>
    exchanged(input[key], value).map((other) => ({ ...input, [key]: other })),
  );
  return [...whole, ...fields];
}

test.each(procedureNames)(
  "%s answers or refuses whatever it is given, and never breaks",
  async (name) => {
    const scene = await aScene(await someone("customer"));
    const input = callInputs[name]?.(scene);
    for (const value of hostile)
      for (const given of exchanged(input, value)) {
        // Nobody shuts the caller out.
        if (isRecord(given) && given.userId === admin.id) continue;
        const thrown: unknown = await callAs(name, admin, given).then(
          () => null,
          (error: unknown) => error,
        );
        if (thrown === null) continue;
        // The guards refuse before there is a procedure.
        if (isAppError(thrown)) continue;
        const code = thrown instanceof TRPCError ? refusalOf(thrown).code : "internal";
        const says = `${code} for ${JSON.stringify(given)?.slice(0, 300)}`;
        if (code === "internal")
          expect.fail(`${says}: ${thrown instanceof Error ? thrown.cause : ""}`);
      }
  },
);
