import { expect, test } from "vitest";
import { lateWords } from "./late-card";

const partsMs = { mail: 0, queue: 0, slowness: 0, routing: 0, person: 0 };

test("the card says how often we were late, and whose time that was", () => {
  const late = { days: 7, promises: 1_200, partsMs, blame: { people: 0.9, machines: 0.1 } };
  expect(lateWords(late, "en")).toBe(
    "1,200 promises came late in the last 7 days: 90% of that time people, 10% machines.",
  );
  expect(lateWords({ ...late, promises: 1 }, "en")).toMatch(/^One promise came late/);
  expect(lateWords({ ...late, promises: 0, blame: null }, "en")).toBe(
    "No late promise came to its end in the last 7 days.",
  );
});
