import { expect, test } from "vitest";
import { presets, readWhen } from "./when";

/** A Thursday afternoon in Berlin. */
const clock = { now: new Date("2026-11-26T14:00:00Z"), zone: "Europe/Berlin" };

test.each([
  ["fri 9", "2026-11-27T08:00:00.000Z"],
  ["Friday", "2026-11-27T08:00:00.000Z"],
  ["thu", "2026-12-03T08:00:00.000Z"],
  ["tomorrow 14:30", "2026-11-27T13:30:00.000Z"],
  ["tomorrow 9 pm", "2026-11-27T20:00:00.000Z"],
  ["17", "2026-11-26T16:00:00.000Z"],
  ["8am", "2026-11-27T07:00:00.000Z"],
  ["3h", "2026-11-26T17:00:00.000Z"],
  ["in 2 days", "2026-11-28T14:00:00.000Z"],
  ["next week", "2026-11-30T08:00:00.000Z"],
  ["1 dec 10", "2026-12-01T09:00:00.000Z"],
  ["jan 2", "2027-01-02T08:00:00.000Z"],
  ["2026-12-24 18:00", "2026-12-24T17:00:00.000Z"],
])("%s is a time", (words, at) => {
  expect(readWhen(words, clock)?.toISOString()).toBe(at);
});

test.each(["", "soon", "today 9", "25:00", "32 dec", "fri nine", "0h", "2020-01-01"])(
  "%s is none that lies ahead",
  (words) => {
    expect(readWhen(words, clock)).toBeNull();
  },
);

test("nine o'clock is nine o'clock after the clocks were changed", () => {
  const saturday = { now: new Date("2026-10-24T10:00:00Z"), zone: "Europe/Berlin" };
  expect(readWhen("sun 9", saturday)?.toISOString()).toBe("2026-10-25T08:00:00.000Z");
  expect(readWhen("today 13", saturday)?.toISOString()).toBe("2026-10-24T11:00:00.000Z");
});

test("the presets lie ahead, one after the other", () => {
  const times = presets(clock).map((preset) => preset.at.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times[0]).toBeGreaterThan(clock.now.getTime());
});
