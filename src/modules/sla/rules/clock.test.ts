import { describe, expect, test } from "vitest";
import { type ClockPolicy, readClocks } from "./clock";
import type { Metric } from "./metrics";
import { aCalendar, aroundTheClock } from "./sample-calendars";
import { aPolicy, asked, becomes, berlin, created, inWords, replied } from "./sample-tickets";
import type { TicketEvent } from "./ticket-events";

const office = aCalendar();

const clock =
  (metric: Metric, policy: ClockPolicy = aPolicy({ [metric]: 60 }), calendar = office) =>
  (now: string, ...events: TicketEvent[]) =>
    inWords(readClocks(events, policy, calendar, berlin(now)), metric);

describe("first response", () => {
  const first = clock("firstResponse");
  test("runs from creation, is met by the first reply, and later ones change nothing", () => {
    expect(first("10:30", created("10:00"))).toBe("running 30 min, due 11:00");
    expect(first("15:00", created("10:00"), replied("10:40"))).toBe("met 40 min, due 11:00");
    expect(
      first("15:00", created("10:00"), replied("10:40"), asked("11:00"), replied("14:00")),
    ).toBe("met 40 min, due 11:00");
  });
  test("exactly the target is met, a second more is breached, late or unanswered", () => {
    expect(first("15:00", created("10:00"), replied("11:00"))).toBe("met 60 min, due 11:00");
    expect(first("11:00", created("10:00"))).toBe("running 60 min, due 11:00");
    const late: TicketEvent = { type: "agent_reply", atMs: berlin("11:00") + 1_000 };
    expect(first("15:00", created("10:00"), late)).toMatch(/^breached 60\.01\d+ min, due 11:00$/);
    expect(first("11:30", created("10:00"))).toBe("breached 90 min, due 11:00");
    expect(first("15:00", created("10:00"), replied("12:00"))).toBe("breached 120 min, due 11:00");
  });
  test("stands still while pending, and goes on", () => {
    const waits = [created("10:00"), becomes("10:20", "pending")];
    expect(first("13:00", ...waits)).toBe("paused 20 min, due never");
    expect(first("13:00", ...waits, becomes("12:00", "open"))).toBe("breached 80 min, due 12:40");
    expect(first("12:30", ...waits, becomes("12:00", "open"))).toBe("running 50 min, due 12:40");
    expect(first("13:00", ...waits, replied("12:00"))).toBe("met 20 min, due 12:40");
  });
  test("a reply that sets pending leaves the deadline that it met", () => {
    expect(first("15:00", created("10:00"), replied("10:40"), becomes("10:40", "pending"))).toBe(
      "met 40 min, due 11:00",
    );
  });
  test("stands still while resolved without a reply, and a breach stays one", () => {
    expect(first("15:00", created("10:00"), becomes("10:30", "resolved"))).toBe(
      "paused 30 min, due never",
    );
    expect(first("15:00", created("10:00"), becomes("11:30", "resolved"))).toBe(
      "breached 90 min, due 11:00",
    );
  });
  test("a ticket that was made resolved waits for nobody", () => {
    expect(first("15:00", created("10:00", "resolved"))).toBe("paused 0 min, due never");
  });
  test("night and weekend do not count", () => {
    const friday: TicketEvent = { type: "created", atMs: berlin("16:45", "2026-02-27") };
    expect(first("09:30", friday)).toBe("running 45 min, due 09:45");
  });
});

describe("next response", () => {
  const next = clock("nextResponse");
  test("runs from the oldest message that waits, not from the newest", () => {
    expect(next("10:30", created("10:00"))).toBe("running 30 min, due 11:00");
    expect(next("10:30", created("10:00"), asked("10:20"))).toBe("running 30 min, due 11:00");
    const answered = [created("09:00"), replied("09:30")];
    expect(next("13:30", ...answered, asked("13:00"), asked("13:20"))).toBe(
      "running 30 min, due 14:00",
    );
  });
  test("when all are answered it is the last that was answered", () => {
    const story = [
      created("09:00"),
      replied("09:30"),
      asked("13:00"),
      asked("13:20"),
      replied("13:45"),
    ];
    expect(next("15:00", ...story)).toBe("met 45 min, due 14:00");
    expect(next("15:00", ...story, replied("14:30"))).toBe("met 45 min, due 14:00");
    expect(next("15:30", ...story, asked("15:00"))).toBe("running 30 min, due 16:00");
  });
  test("an old breach does not darken the next clock", () => {
    const story = [created("09:00"), replied("12:00"), asked("13:00")];
    expect(next("13:10", ...story)).toBe("running 10 min, due 14:00");
  });
  test("pauses before its message are no pauses of it", () => {
    const story = [created("09:00"), replied("09:30"), becomes("09:30", "pending")];
    expect(next("14:00", ...story, asked("13:00"), becomes("13:30", "open"))).toBe(
      "running 30 min, due 14:30",
    );
    expect(next("14:00", ...story, asked("13:00"))).toBe("paused 0 min, due never");
  });
});

describe("resolution", () => {
  const resolution = clock("resolution", aPolicy({ resolution: 180 }, ["pending", "on_hold"]));
  test("is met when resolved or closed, whichever came first", () => {
    expect(resolution("16:00", created("09:00"), becomes("11:00", "resolved"))).toBe(
      "met 120 min, due 12:00",
    );
    expect(
      resolution(
        "16:00",
        created("09:00"),
        becomes("11:00", "resolved"),
        becomes("15:00", "closed"),
      ),
    ).toBe("met 120 min, due 12:00");
    expect(resolution("16:00", created("09:00"), becomes("11:30", "closed"))).toBe(
      "met 150 min, due 12:00",
    );
  });
  test("reopening undoes it, and the time while it was resolved does not count", () => {
    const story = [created("09:00"), becomes("11:00", "resolved"), becomes("14:00", "open")];
    expect(resolution("14:30", ...story)).toBe("running 150 min, due 15:00");
    expect(resolution("15:30", ...story)).toBe("breached 210 min, due 15:00");
    expect(resolution("16:00", ...story, becomes("14:45", "resolved"))).toBe(
      "met 165 min, due 15:00",
    );
  });
  test("waiting statuses add up, also one after the other", () => {
    const story = [created("09:00"), becomes("10:00", "pending"), becomes("11:00", "on_hold")];
    expect(resolution("12:00", ...story)).toBe("paused 60 min, due never");
    expect(resolution("13:30", ...story, becomes("12:30", "open"))).toBe(
      "running 120 min, due 14:30",
    );
    expect(resolution("16:00", ...story, becomes("12:00", "resolved"))).toBe(
      "met 60 min, due 14:00",
    );
  });
  test("a ticket made resolved was resolved in no time", () => {
    expect(resolution("16:00", created("09:00", "resolved"))).toBe("met 0 min, due 12:00");
  });
  test("each metric has its own pausing statuses", () => {
    const policy: ClockPolicy = {
      targets: { firstResponse: 60, resolution: 60 },
      pauseOn: { firstResponse: [], nextResponse: [], resolution: ["on_hold"] },
    };
    const story = [created("09:00"), becomes("09:10", "on_hold")];
    expect(clock("firstResponse", policy)("09:40", ...story)).toBe("running 40 min, due 10:00");
    expect(clock("resolution", policy)("09:40", ...story)).toBe("paused 10 min, due never");
  });
});

describe("what events count", () => {
  const first = clock("firstResponse");
  test("none after now, none before the creation, and in order of time however they come", () => {
    expect(first("10:30", created("10:00"), replied("10:40"))).toBe("running 30 min, due 11:00");
    expect(first("10:30", replied("09:00"), asked("09:30"), created("10:00"))).toBe(
      "running 30 min, due 11:00",
    );
    expect(first("15:00", replied("14:00"), replied("10:40"), created("10:00"))).toBe(
      "met 40 min, due 11:00",
    );
    expect(first("10:40", replied("10:40"), created("10:00"))).toBe("met 40 min, due 11:00");
  });
  test("before there is a ticket there is no clock", () => {
    expect(first("09:59", created("10:00"))).toBeNull();
  });
  test("a metric without a target has none", () => {
    expect(
      clock("resolution", aPolicy({ firstResponse: 60 }))("11:00", created("10:00")),
    ).toBeNull();
  });
  test("a status that is set again or undone in the same instant changes nothing", () => {
    const story = [
      created("10:00"),
      becomes("10:10", "open"),
      becomes("10:20", "pending"),
      becomes("10:20", "open"),
    ];
    expect(first("10:30", ...story)).toBe("running 30 min, due 11:00");
  });
});

test("a calendar without hours is told of, not guessed around", () => {
  const never = aCalendar({ weekly: {} });
  const reading = readClocks(
    [created("10:00")],
    aPolicy({ resolution: 60 }),
    never,
    berlin("12:00"),
  );
  expect(reading.resolution).toMatchObject({
    state: "running",
    dueMs: null,
    neverDue: true,
    spentMs: 0,
  });
});

test("around the clock the night counts", () => {
  const always = aCalendar({ weekly: aroundTheClock });
  const friday: TicketEvent = { type: "created", atMs: berlin("23:30", "2026-03-01") };
  expect(clock("firstResponse", undefined, always)("00:15", friday)).toBe(
    "running 45 min, due 00:30",
  );
});
