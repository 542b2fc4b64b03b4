import { expect, test } from "vitest";
import { versionOf } from "./pgbouncer";

test("named statements are carried from version 1.21 on", () => {
  expect(versionOf("PgBouncer 1.18.0\nlibevent 2.1.12")).toEqual({
    version: "1.18.0",
    carriesNames: false,
  });
  expect(versionOf("PgBouncer 1.21.0").carriesNames).toBe(true);
  expect(versionOf("PgBouncer 2.0.1").carriesNames).toBe(true);
  expect(versionOf("something else").carriesNames).toBe(false);
});
