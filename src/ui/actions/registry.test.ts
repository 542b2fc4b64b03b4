import { expect, test } from "vitest";
import { createRegistry } from "./registry";

test("an action does what its screen last said, though nobody was told", () => {
  const registry = createRegistry();
  const token = Symbol("screen");
  const done: string[] = [];
  let told = 0;
  registry.subscribe(() => {
    told += 1;
  });
  registry.put(token, [{ id: "undo", run: () => done.push("first") }], null);
  const [undo] = registry.all();
  registry.put(token, [{ id: "undo", run: () => done.push("second") }], null);
  undo?.run();
  expect(done).toEqual(["second"]);
  expect(told).toBe(1);
});

test("a changed reason is told, and a screen that goes takes its actions along", () => {
  const registry = createRegistry();
  const token = Symbol("screen");
  const run = () => undefined;
  registry.put(token, [{ id: "undo", run }], null);
  registry.put(token, [{ id: "undo", run, disabledReason: "Nothing to undo" }], null);
  expect(registry.all().map((action) => action.disabledReason)).toEqual(["Nothing to undo"]);
  registry.remove(token);
  expect(registry.all()).toEqual([]);
});

test("an action outside of the keymap must bring its words", () => {
  const registry = createRegistry();
  expect(() =>
    registry.put(Symbol("screen"), [{ id: "no.such", run: () => undefined }], null),
  ).toThrow(/no\.such/u);
});
