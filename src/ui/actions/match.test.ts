import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { argumentOf, matchScore } from "./match";

describe("typing finds actions", () => {
  test("by the beginnings of words, in any order, without accents", () => {
    expect(matchScore("ass me", "Assign to me")).not.toBeNull();
    expect(matchScore("me assign", "Assign to me")).not.toBeNull();
    expect(matchScore("kowalska", "Anna Kowałska")).not.toBeNull();
    expect(matchScore("later", "Snooze", ["later"])).not.toBeNull();
    expect(matchScore("merge", "Assign to me")).toBeNull();
  });

  test("“assign to me” finds assign to me before assign", () => {
    const me = matchScore("assign me", "Assign to me") ?? 0;
    expect(matchScore("assign me", "Assign")).toBeNull();
    expect(me).toBeGreaterThan(matchScore("assign me", "Assign a message") ?? 0);
  });

  test("a name comes before another word for it", () => {
    expect(matchScore("snooze", "Snooze") ?? 0).toBeGreaterThan(
      matchScore("snooze", "Later", ["snooze"]) ?? 0,
    );
  });

  test("nothing typed finds everything", () => {
    fc.assert(fc.property(fc.string(), (label) => matchScore("  ", label) === 0));
  });
});

test("what follows the verb is its argument, as it was typed", () => {
  expect(argumentOf("snooze Fri 9", ["snooze"])).toBe("Fri 9");
  expect(argumentOf("Set status Pending", ["status", "set status"])).toBe("Pending");
  expect(argumentOf("snooze ", ["snooze"])).toBe("");
  expect(argumentOf("snooze", ["snooze"])).toBeNull();
  expect(argumentOf("snoozefest fri", ["snooze"])).toBeNull();
});
