import { expect, test } from "vitest";
import { closingInstant, dayAt, dayStart, openingInstant } from "./local-time";
import { at } from "./sample-calendars";
import { timeZone } from "./time-zone";
import { dayMs, hourMs, minuteMs } from "./units";

function zone(name: string) {
  const found = timeZone(name);
  if (!found) throw new Error(`There is no zone ${name}.`);
  return found;
}
const local = (text: string) => at(`${text}Z`);
const day = (date: string) => at(`${date}T00:00:00Z`) / dayMs;

test.each([
  ["Asia/Kathmandu", "2026-01-01T00:00:00Z", 345],
  ["Australia/Eucla", "2026-01-01T00:00:00Z", 525],
  ["Pacific/Chatham", "2026-01-01T00:00:00Z", 825],
  ["Pacific/Chatham", "2026-07-01T00:00:00Z", 765],
  ["Australia/Lord_Howe", "2026-01-01T00:00:00Z", 660],
  ["Australia/Lord_Howe", "2026-07-01T00:00:00Z", 630],
  ["Pacific/Kiritimati", "2026-07-01T00:00:00Z", 840],
  ["America/St_Johns", "2026-07-01T00:00:00Z", -150],
  ["UTC", "2026-07-01T00:00:00Z", 0],
  ["Europe/Berlin", "9999-07-01T00:00:00Z", 120],
])("%s at %s is %i minutes from UTC", (name, instant, minutes) => {
  expect(zone(name).offsetMsAt(at(instant))).toBe(minutes * minuteMs);
});

test("a change is found to the second, from both sides", () => {
  const berlin = zone("Europe/Berlin");
  expect(berlin.offsetMsAt(at("2026-03-29T00:59:59.999Z"))).toBe(hourMs);
  expect(berlin.offsetMsAt(at("2026-03-29T01:00:00Z"))).toBe(2 * hourMs);
  expect(berlin.offsetMsAt(at("2026-10-25T00:59:59.999Z"))).toBe(2 * hourMs);
  expect(berlin.offsetMsAt(at("2026-10-25T01:00:00Z"))).toBe(hourMs);
});

test("two changes a week apart are both found", () => {
  const recife = zone("America/Recife");
  expect(recife.offsetMsAt(at("2000-10-07T12:00:00Z"))).toBe(-3 * hourMs);
  expect(recife.offsetMsAt(at("2000-10-11T12:00:00Z"))).toBe(-2 * hourMs);
  expect(recife.offsetMsAt(at("2000-10-16T12:00:00Z"))).toBe(-3 * hourMs);
});

test("offsets agree with the database hour by hour, in the zones that change most oddly", () => {
  for (const name of ["Africa/Casablanca", "Asia/Gaza", "Australia/Lord_Howe", "America/Havana"]) {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    const ours = zone(name);
    const last = new Map<string, number>();
    for (let ms = at("2025-01-01T00:00:00Z"); ms < at("2027-01-01T00:00:00Z"); ms += hourMs) {
      const told = format.format(ms).slice(format.format(ms).indexOf("GMT"));
      const offsetMs = ours.offsetMsAt(ms);
      expect(last.get(told) ?? offsetMs, `${name} ${new Date(ms).toISOString()}`).toBe(offsetMs);
      last.set(told, offsetMs);
    }
    expect(new Set(last.values()).size).toBe(last.size);
  }
});

test("a local time that the clock skips is the moment of the skip", () => {
  const berlin = zone("Europe/Berlin");
  const skipped = at("2026-03-29T01:00:00Z");
  expect(openingInstant(berlin, local("2026-03-29T02:30:00"))).toBe(skipped);
  expect(closingInstant(berlin, local("2026-03-29T02:30:00"))).toBe(skipped);
  expect(openingInstant(berlin, local("2026-03-29T02:00:00"))).toBe(skipped);
  expect(closingInstant(berlin, local("2026-03-29T03:00:00"))).toBe(skipped);
});

test("a local time that is shown twice opens at the first and closes at the second", () => {
  const berlin = zone("Europe/Berlin");
  expect(openingInstant(berlin, local("2026-10-25T02:30:00"))).toBe(at("2026-10-25T00:30:00Z"));
  expect(closingInstant(berlin, local("2026-10-25T02:30:00"))).toBe(at("2026-10-25T01:30:00Z"));
  // The clock runs up to 02:00 once and is put back to it; it runs up to 03:00 twice.
  expect(closingInstant(berlin, local("2026-10-25T02:00:00"))).toBe(at("2026-10-25T00:00:00Z"));
  expect(closingInstant(berlin, local("2026-10-25T03:00:00"))).toBe(at("2026-10-25T02:00:00Z"));
});

test.each([
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", 23],
  ["America/Santiago", "2026-04-04", "2026-04-04T03:00:00Z", 25],
  ["Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z", 23],
  ["Asia/Beirut", "2026-10-24", "2026-10-23T21:00:00Z", 25],
  ["America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", 25],
  ["America/Havana", "2026-10-31", "2026-10-31T04:00:00Z", 24],
  ["America/St_Johns", "2010-11-06", "2010-11-06T02:30:00Z", 25],
  ["America/St_Johns", "2010-11-07", "2010-11-07T03:30:00Z", 24],
  ["Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z", 24.5],
  ["Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", 24],
  ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0],
  ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", 24],
])("in %s %s begins at %s and has %d hours", (name, date, begins, hours) => {
  const start = dayStart(zone(name), day(date));
  expect(start).toBe(at(begins));
  expect(dayStart(zone(name), day(date) + 1) - start).toBe(hours * hourMs);
  if (hours > 0) expect(dayAt(zone(name), start)).toBe(day(date));
  expect(dayAt(zone(name), start - 1)).toBeLessThan(day(date));
});

test("a zone that is not in the database is none", () => {
  expect(timeZone("Mars/Olympus")).toBeNull();
  expect(timeZone("")).toBeNull();
});
