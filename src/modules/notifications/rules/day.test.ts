import { describe, expect, test } from "vitest";
import { nextAt, quietUntil, snoozedUntil } from "./day";

const at = (iso: string) => new Date(iso);
const night = { fromMinute: 20 * 60, untilMinute: 7 * 60 };
const berlin = "Europe/Berlin";

describe("quiet hours", () => {
  test("over midnight they end in the morning, seen from either side of it", () => {
    const end = at("2026-11-26T06:00:00Z");
    expect(quietUntil(night, berlin, at("2026-11-25T19:00:00Z"))).toEqual(end);
    expect(quietUntil(night, berlin, at("2026-11-26T05:59:00Z"))).toEqual(end);
  });
  test("at their end they are over, and before their beginning there are none", () => {
    expect(quietUntil(night, berlin, at("2026-11-26T06:00:00Z"))).toBeNull();
    expect(quietUntil(night, berlin, at("2026-11-26T18:59:00Z"))).toBeNull();
  });
  test("a noon's rest is quiet within one day only", () => {
    const noon = { fromMinute: 12 * 60, untilMinute: 13 * 60 };
    expect(quietUntil(noon, "UTC", at("2026-11-26T12:30:00Z"))).toEqual(at("2026-11-26T13:00:00Z"));
    expect(quietUntil(noon, "UTC", at("2026-11-26T11:30:00Z"))).toBeNull();
  });
  test("are the person's own clock, in zones of quarter hours, too", () => {
    expect(quietUntil(night, "Asia/Kathmandu", at("2026-11-26T00:00:00Z"))).toEqual(
      at("2026-11-26T01:15:00Z"),
    );
  });
  test("end an hour later or earlier in the nights when the clocks change", () => {
    expect(quietUntil(night, berlin, at("2026-03-28T22:00:00Z"))).toEqual(
      at("2026-03-29T05:00:00Z"),
    );
    expect(quietUntil(night, berlin, at("2026-10-24T22:00:00Z"))).toEqual(
      at("2026-10-25T06:00:00Z"),
    );
  });
  test("that were never chosen, or begin when they end, hold nothing back", () => {
    expect(quietUntil(null, berlin, at("2026-11-26T03:00:00Z"))).toBeNull();
    const never = { fromMinute: 60, untilMinute: 60 };
    expect(quietUntil(never, berlin, at("2026-11-26T03:00:00Z"))).toBeNull();
  });
});

test("the next digest is later today, or tomorrow when its hour has come", () => {
  expect(nextAt(8 * 60, berlin, at("2026-11-26T06:59:00Z"))).toEqual(at("2026-11-26T07:00:00Z"));
  expect(nextAt(8 * 60, berlin, at("2026-11-26T07:00:00Z"))).toEqual(at("2026-11-27T07:00:00Z"));
});

test("a time that the clock leaves out is as long after midnight as it would have been", () => {
  expect(nextAt(150, berlin, at("2026-03-28T23:30:00Z"))).toEqual(at("2026-03-29T01:30:00Z"));
});

test("a zone that nobody knows any more counts as UTC", () => {
  expect(nextAt(60, "Europe/Atlantis", at("2026-11-26T00:00:00Z"))).toEqual(
    at("2026-11-26T01:00:00Z"),
  );
});

test("snoozed until tomorrow is nine in the morning there, and until Monday never today", () => {
  const thursday = at("2026-11-26T22:30:00Z");
  expect(snoozedUntil("tomorrow", berlin, thursday)).toEqual(at("2026-11-27T08:00:00Z"));
  expect(snoozedUntil("monday", berlin, thursday)).toEqual(at("2026-11-30T08:00:00Z"));
  expect(snoozedUntil("monday", berlin, at("2026-11-30T07:00:00Z"))).toEqual(
    at("2026-12-07T08:00:00Z"),
  );
  expect(snoozedUntil("later", berlin, thursday)).toEqual(at("2026-11-27T01:30:00Z"));
});
