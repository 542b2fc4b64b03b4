import { expect, test } from "vitest";
import { givenServices, mergeVariables } from "./environment";

test("a variable in the environment wins over the one in the file", () => {
  expect(mergeVariables({ A: "file", B: "file" }, { A: "environment" })).toEqual({
    A: "environment",
    B: "file",
  });
});

test("a variable that is set to nothing counts as not set", () => {
  expect(mergeVariables({ DATABASE_URL: "" }, { VALKEY_URL: "", DATABASE_URL: undefined })).toEqual(
    {},
  );
});

test("with nothing named, both servers are our own", () => {
  expect(givenServices({})).toEqual({ valkey: [], needsValkey: true });
});

test("a named database is used, and its direct address for migrations", () => {
  expect(
    givenServices({
      DATABASE_URL: "postgresql://pooler/x",
      DATABASE_PRIMARY_URL: "postgresql://p/x",
    }).database,
  ).toEqual({ url: "postgresql://pooler/x", directUrl: "postgresql://p/x" });
});

test("a store for one purpose alone still needs our own for the others", () => {
  expect(givenServices({ VALKEY_CACHE_URL: "redis://cache" }).needsValkey).toBe(true);
  const every = {
    VALKEY_CACHE_URL: "redis://a",
    VALKEY_QUEUE_URL: "redis://b",
    VALKEY_SESSION_URL: "redis://c",
    VALKEY_REALTIME_URL: "redis://d",
  };
  expect(givenServices(every).needsValkey).toBe(false);
  expect(givenServices(every).valkey).toHaveLength(4);
});
