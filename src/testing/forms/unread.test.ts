import { expect, test } from "vitest";
import * as z from "zod";
import { samplesOf, takenBy } from "./samples";
import { unreadBy } from "./unread";

const published = z.object({ id: z.uuid(), level: z.enum(["low", "high"]).optional() });

/** What an older process does not read of what the changed code writes, and the other way round. */
function unread(changed: z.ZodType) {
  return {
    byOlder: unreadBy(
      z.record(z.string(), z.unknown()).parse(takenBy(published)),
      samplesOf(changed),
    ).length,
    byNewer: samplesOf(published).filter((sample) => !changed.safeParse(sample).success).length,
  };
}

test("what may be left out can be added; both sides go on reading each other", () => {
  expect(unread(published.extend({ note: z.string().nullable().default(null) }))).toEqual({
    byOlder: 0,
    byNewer: 0,
  });
});

test("a field that must be there is not read of those who did not write it", () => {
  expect(unread(published.extend({ note: z.string() }))).toEqual({ byOlder: 0, byNewer: 2 });
});

test("a further choice, a field that is gone and one of another kind are not read by older ones", () => {
  const further = published.extend({ level: z.enum(["low", "high", "highest"]).optional() });
  expect(unread(further)).toEqual({ byOlder: 1, byNewer: 0 });
  expect(unread(published.omit({ id: true })).byOlder).toBeGreaterThan(0);
  const other = unread(z.object({ id: z.int() }));
  expect(Math.min(other.byOlder, other.byNewer)).toBeGreaterThan(0);
});
