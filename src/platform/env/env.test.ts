import { expect, test } from "vitest";
import { EnvironmentError, parseEnv, parts } from ".";

function faultsOf(source: Record<string, string>): readonly string[] {
  try {
    parseEnv(source);
    return [];
  } catch (thrown) {
    if (thrown instanceof EnvironmentError) return thrown.faults;
    throw thrown;
  }
}

test("a laptop needs no environment at all", () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ DATABASE_URL: "", PORT: "", CORS_ORIGINS: "" })).toEqual([]);
});

test("everything that is wrong is named at the same time, by its variable", () => {
  const wrong = {
    DATABASE_URL: "mysql://localhost/db",
    DATABASE_REPLICA_URL: "postgresql://one/db,two",
    VALKEY_QUEUE_URL: "http://localhost",
    PORT: "many",
    AUTH_SECRET: "short",
    LOG_LEVEL: "loud",
    CORS_ORIGINS: "example.com",
    PROXY_HOPS: "-1",
    DEMO_MODE: "yes",
  };
  const faults = faultsOf(wrong);
  for (const name of Object.keys(wrong))
    expect(
      faults.filter((fault) => fault.startsWith(name)),
      name,
    ).toHaveLength(1);
  expect(faults).toHaveLength(Object.keys(wrong).length);
});

test("a fault never repeats what was given: it may be a secret", () => {
  const secret = "hunter2";
  const faults = faultsOf({
    AUTH_SECRET: secret,
    DATABASE_URL: `mysql://me:${secret}@host/db`,
    VALKEY_URL: secret,
    LOG_LEVEL: secret,
    PORT: secret,
    WORKER_QUEUES: "sla-checks",
  });
  expect(faults.length).toBeGreaterThan(3);
  expect(faults.join(" ")).not.toContain(secret);
});

test("what anybody can read in our code signs nothing in production", () => {
  const production = { NODE_ENV: "production", PROCESS_KIND: "web" };
  expect(faultsOf(production)).toEqual([expect.stringContaining("AUTH_SECRET")]);
  expect(faultsOf({ ...production, AUTH_SECRET: "x".repeat(32) })).toEqual([]);
});

test("lists are taken apart and may be empty", () => {
  const { DATABASE_REPLICA_URL, WORKER_QUEUES } = parseEnv({
    DATABASE_REPLICA_URL: " postgresql://one/db , postgres://two/db ,",
  });
  expect(DATABASE_REPLICA_URL).toEqual(["postgresql://one/db", "postgres://two/db"]);
  expect(WORKER_QUEUES).toEqual([]);
});

test("every variable has words for whoever sets it, and stands in one part only", () => {
  const all = Object.values(parts).flatMap((part) => Object.entries(part));
  for (const [name, schema] of all)
    expect(schema.meta()?.description, name).toMatch(/^[A-Z`0-9].{5,}\.$/s);
  expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
});
