import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { brokenRelations, type Limits, limits } from ".";
import { relations } from "./relations";

test("the limits as they stand fit together", () => {
  expect(brokenRelations()).toEqual([]);
});

test("every part is joined, and no limit stands in two of them", async () => {
  const folder = join(import.meta.dirname, "parts");
  const names: string[] = [];
  for (const file of readdirSync(folder)) {
    const part: Record<string, object> = await import(join(folder, file));
    names.push(...Object.values(part).flatMap((numbers) => Object.keys(numbers)));
  }
  expect(names.sort()).toEqual(Object.keys(limits).sort());
});

/** The limits with one of them far too small, or far too large. */
function spoiled(): { name: string; numbers: Limits }[] {
  return Object.entries(limits).flatMap(([name, value]) =>
    [0, value * 1_000].map((wrong) => ({ name, numbers: { ...limits, [name]: wrong } })),
  );
}

test("every relation can fail, and says which limits it is about", () => {
  const broken = new Map<string, string[]>();
  for (const { name, numbers } of spoiled())
    for (const says of brokenRelations(numbers))
      broken.set(says, [...(broken.get(says) ?? []), name]);
  const all = relations(limits).map((relation) => relation.says);
  expect([...broken.keys()].sort()).toEqual([...all].sort());
  for (const [says, names] of broken)
    expect(
      names.some((name) => says.includes(name)),
      `${says} is broken by ${names.join(", ")}`,
    ).toBe(true);
});

test("no two relations say the same", () => {
  const all = relations(limits).map((relation) => relation.says);
  expect(new Set(all).size).toBe(all.length);
});

test("a limit says its unit, and none is nothing", () => {
  for (const [name, value] of Object.entries(limits)) {
    expect(value, name).toBeGreaterThan(0);
    expect(name, "a bare number").toMatch(
      /(Ms|Bytes|Chars|Rows|Max|Min|Depth|Calls|Seconds|Ahead|Count)(Max|Min)?$/,
    );
  }
});
