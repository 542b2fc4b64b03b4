import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { keyOf, valkey } from "@/platform/valkey";
import { type TestServices, testServices } from "@/testing/database";
import { logOptions } from ".";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

/** What is written for something that was logged. */
function written(facts: object): string {
  const lines: string[] = [];
  const into = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  pino(logOptions, into).error(facts, "a call failed");
  return lines.join("");
}

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => new Error("It was to be refused"),
    (error: unknown) => error,
  );

test("a refusal of the store is logged without the session that it was about", async () => {
  const key = keyOf("session", "a-secret-token");
  await valkey("session").set(key, "what is kept", "PX", 60_000);
  const refused = await thrownBy(valkey("session").lpush(key, '{"email":"anna@canary.example"}'));
  // The store's own error carries the whole command.
  expect(JSON.stringify(Object.values(Object(refused)))).toContain("anna@canary.example");
  const err = new AppError("session_store_unavailable", { cause: refused });
  const text = written({ err });
  expect(text).toContain("WRONGTYPE");
  expect(text).toContain("session_store_unavailable");
  expect(text).not.toMatch(/a-secret-token|canary/);
});

test("a refusal of the database is logged without the row that it was about", async () => {
  const err = await thrownBy(
    db.write.rows(sql`
      insert into users (id, email, name, role)
      values (${newId()}, 'anna@canary.example', null, 'customer')`),
  );
  const text = written({ err });
  expect(text).toContain("not-null constraint");
  expect(text).toContain('"code":"23502"');
  expect(text).not.toContain("canary");
});

test("what is called a secret is none of the log's business, wherever it stands", () => {
  const text = written({
    password: "canary-1",
    headers: { cookie: "canary-2", authorization: "canary-3" },
    person: { token: "canary-4", name: "Anna" },
  });
  expect(text).not.toContain("canary");
  expect(text).toContain("Anna");
});
