import fc from "fast-check";
import { expect, test } from "vitest";
import { contradictionIn } from "./contradiction";
import { nearest } from "./distance";
import { cacheKey, normalise } from "./normalise";
import { parse } from "./parse";
import { valuesOf } from "./possible";
import { print } from "./print";
import { jo, mia, sampleFields } from "./sample-fields";
import { anyExpression } from "./samples";
import { isImpossible, simplify } from "./simplify";
import { dependsOnActor, dependsOnTime, splitText, substitute, writtenNames } from "./uses";

const options = { fields: sampleFields };
const read = (text: string) => parse(text, options).expression;

test.each([
  "status:open status:closed",
  "-status:open,pending,on_hold,resolved,closed",
  "status:open -status:open",
  "status:none",
  "priority:high priority:none",
  `assignee:${mia} assignee:${jo}`,
  "assignee:me -assignee:me",
  "score:>3 score:<2",
  "score:>3 score:<=3",
  "score:>3 score:none",
  "score:4..2",
  "status:gone",
  "created:<3d created:>4d",
  "created:>2026-02-01 created:<2026-01-01",
  "tag:billing (status:open OR status:pending) status:closed",
])("%s can never match, and is told so", (text) => {
  expect(isImpossible(read(text), sampleFields)).toBe(true);
});

test.each([
  ["a ticket has several tags", "tag:billing tag:spam"],
  ["me may be that person", `assignee:me assignee:${mia}`],
  ["an address may be that person's", `requester:anna@example.org requester:${mia}`],
  ["time passes between what is relative and what is not", "created:<3d created:<2026-01-01"],
  ["months are of different lengths", "created:<1mo created:>30d"],
  ["days start elsewhere in another zone", "created:>2026-01-01 created:<2026-01-01T23:30Z"],
  ["one of the alternatives can", "(status:open OR status:closed) status:closed"],
  ["a negation lets in what is empty", "-score:>3 -score:<=3"],
])("%s: that is no contradiction", (_, text) => {
  expect(isImpossible(read(text), sampleFields)).toBe(false);
});

test("who saves a contradiction is told which field it is about", () => {
  const told = (text: string) => contradictionIn(read(text), sampleFields);
  expect(told("status:open status:closed tag:a")).toBe(
    "Nothing can match this: Status cannot be all that is asked.",
  );
  expect(told("tag:a -tag:a")).toBe("Nothing can match this: its conditions exclude each other.");
  expect(told("status:open tag:a")).toBeUndefined();
});

test("whether a view can reach closed tickets is known from its words", () => {
  const reach = (text: string) => valuesOf(read(text), "status", sampleFields)?.values;
  expect(reach("status:open,pending assignee:me")).toEqual(["open", "pending"]);
  expect(reach("-status:closed,resolved")).toEqual(["open", "pending", "on_hold"]);
  expect(reach("status:open OR tag:billing")).toContain("closed");
  expect(reach("-(status:closed OR tag:spam)")).not.toContain("closed");
  expect(valuesOf(read("priority:none"), "priority", sampleFields)).toEqual({
    values: [],
    none: true,
  });
  expect(valuesOf(read("tag:a"), "tag", sampleFields)).toBeUndefined();
});

test.each([
  ["status:open status:open", "status:open"],
  ["priority:low OR priority:high", "priority:low,high"],
  ["priority:low,high priority:high,urgent", "priority:high"],
  ["tag:a OR (tag:a status:open)", "tag:a"],
  ["tag:a (tag:a OR status:open)", "tag:a"],
  ["tag:a OR (status:open status:closed)", "tag:a"],
  ["tag:a OR -tag:a", ""],
])("%s is said shorter", (text, shorter) => {
  expect(print(simplify(read(text), sampleFields), options)).toBe(shorter);
});

test("the same filter in another order is one entry in a cache", () => {
  const key = (text: string) => cacheKey(read(text), sampleFields);
  expect(key("tag:a,b status:open")).toBe(key("status:open tag:b,a"));
  expect(key("-(status:open OR tag:a)")).toBe(key("-tag:a -status:open"));
  expect(key("tag:a")).not.toBe(key("tag:b"));
});

test("putting a filter in its one shape twice changes nothing more", () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const once = normalise(expression, sampleFields);
      expect(normalise(once, sampleFields)).toEqual(once);
    }),
    { numRuns: 1_000 },
  );
});

test("a list that changes by the clock alone, or with who looks, is known", () => {
  expect(dependsOnTime(read("created:<3d"))).toBe(true);
  expect(dependsOnTime(read("-created:today"))).toBe(true);
  expect(dependsOnTime(read("created:>2026-01-01"))).toBe(false);
  expect(dependsOnActor(read("-assignee:me"), sampleFields)).toBe(true);
  expect(dependsOnActor(read("tag:me"), sampleFields)).toBe(false);
});

test("search gets its words apart from the rest", () => {
  const split = splitText(read('refund "exact phrase" -spam status:open'));
  expect(split.terms.map(({ text }) => text)).toEqual(["refund", "exact phrase"]);
  expect(split.excluded.map(({ text }) => text)).toEqual(["spam"]);
  expect([print(split.rest, options), split.complete]).toEqual(["status:open", true]);
  expect(splitText(read("status:open (refund OR tag:a)")).complete).toBe(false);
});

test("addresses become ids where somebody looks them up, and stay where nobody can", () => {
  const expression = read("requester:me,anna@example.org,nobody@example.org");
  expect(writtenNames(expression, sampleFields).map(({ written }) => written)).toEqual([
    "anna@example.org",
    "nobody@example.org",
  ]);
  const known = substitute(expression, ({ written }) =>
    written.startsWith("anna") ? [mia, jo] : undefined,
  );
  expect(known).toMatchObject({ values: ["me", mia, jo, "nobody@example.org"] });
});

test.each([
  ["asignee", "assignee"],
  ["sattus", "status"],
  ["assi", "assignee"],
  ["zebra", undefined],
  ["s", undefined],
])("%s: a guess is a slip of the finger away, and never far-fetched", (written, meant) => {
  expect(nearest(written, ["status", "assignee"], (name) => [name])).toBe(meant);
});
