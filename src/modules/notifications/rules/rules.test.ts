import { describe, expect, test } from "vitest";
import { addressed } from "./addressed";
import { digestNews, noticeNews } from "./agent-letters";
import { choicesOf, usualChoices, withChange } from "./choices";
import { type InboxState, triaged, withNews } from "./inbox-row";
import { planFor } from "./plan";
import { shortened } from "./shortened";

const now = new Date("2026-11-26T21:00:00Z");
const here = { inTeam: false, away: false };

describe("who is told", () => {
  test("never of one's own doings", () => {
    const happening = { byId: "mia", persons: [{ personId: "mia", reason: "reply" }], team: null };
    expect(
      addressed({ ...happening, persons: [{ personId: "mia", reason: "reply" }] }, [
        { id: "mia", ...here },
      ]),
    ).toEqual(new Map());
  });
  test("a person with two reasons once, for the more pressing one", () => {
    const happening = {
      byId: "anna",
      persons: [
        { personId: "mia", reason: "reply" as const },
        { personId: "mia", reason: "mention" as const },
      ],
      team: null,
    };
    expect(addressed(happening, [{ id: "mia", ...here }])).toEqual(new Map([["mia", "mention"]]));
  });
  test("a team without whoever had the ticket, and without those who are away", () => {
    const happening = {
      byId: null,
      persons: [],
      team: { teamId: "t", reason: "returned" as const, exceptId: "max" },
    };
    const told = addressed(happening, [
      { id: "max", inTeam: true, away: false },
      { id: "lea", inTeam: true, away: true },
      { id: "zoe", inTeam: true, away: false },
      { id: "mia", ...here },
    ]);
    expect([...told]).toEqual([["zoe", "returned"]]);
  });
  test("who is away is still told of what is theirs alone", () => {
    const happening = {
      byId: null,
      persons: [{ personId: "lea", reason: "mention" as const }],
      team: null,
    };
    expect(addressed(happening, [{ id: "lea", inTeam: true, away: true }]).size).toBe(1);
  });
});

describe("preferences", () => {
  test("say what differs from the usual, part by part", () => {
    const choices = choicesOf({ mention: { mail: "off" } });
    expect(choices.mention).toEqual({ ...usualChoices.mention, mail: "off" });
    expect(choices.assigned).toEqual(usualChoices.assigned);
  });
  test("leaving the inbox ends the desktop alert; an alert brings the inbox", () => {
    expect(withChange(usualChoices.mention, { app: false })).toMatchObject({
      app: false,
      desktop: false,
    });
    expect(withChange(usualChoices.team, { desktop: true })).toMatchObject({
      app: true,
      desktop: true,
    });
  });
});

describe("how somebody is told", () => {
  const mia = { zone: "UTC", quiet: null, digestMinute: 8 * 60 };
  const night = { fromMinute: 20 * 60, untilMinute: 7 * 60 };
  test("quiet hours hold mail and sound back, and never the inbox", () => {
    expect(planFor(usualChoices.mention, { ...mia, quiet: night }, now)).toEqual({
      inbox: true,
      alert: false,
      letter: { digest: false, dueAt: new Date("2026-11-27T07:00:00Z") },
    });
  });
  test("a digest has its own hour", () => {
    const choice = { app: true, desktop: true, mail: "digest" as const };
    expect(planFor(choice, mia, now).letter).toEqual({
      digest: true,
      dueAt: new Date("2026-11-27T08:00:00Z"),
    });
  });
  test("what a bulk action did rings nowhere and comes with the digest", () => {
    expect(planFor(usualChoices.assigned, mia, now, true)).toEqual({
      inbox: true,
      alert: false,
      letter: { digest: true, dueAt: new Date("2026-11-27T08:00:00Z") },
    });
  });
  test("off is off", () => {
    const off = { app: false, desktop: false, mail: "off" as const };
    expect(planFor(off, mia, now)).toEqual({ inbox: false, alert: false, letter: null });
  });
});

const news = {
  reason: "reply",
  byId: "anna",
  messageId: "m1",
  words: "Hello",
  happenedAt: now,
} as const;
const later = { ...news, messageId: "m2", words: "Again", happenedAt: new Date(now.getTime() + 1) };

describe("a row of the inbox", () => {
  test("counts what came since it was read, and shows the latest", () => {
    const row = withNews(withNews(null, news), later);
    expect(row).toMatchObject({ news: 2, words: "Again", unread: true });
    const read = triaged(row, "read", now, null) ?? row;
    expect(withNews(read, { ...later, messageId: "m3" }).news).toBe(1);
  });
  test("keeps a mention until it is read", () => {
    const mentioned = withNews(null, { ...news, reason: "mention" });
    expect(withNews(mentioned, later).reason).toBe("mention");
    const read = triaged(mentioned, "read", now, null) ?? mentioned;
    expect(withNews(read, later).reason).toBe("reply");
  });
  test("one message told for two reasons counts once", () => {
    expect(withNews(withNews(null, news), { ...news, reason: "mention" })).toMatchObject({
      news: 1,
      reason: "mention",
    });
  });
  test("what comes late does not take the place of what came after it", () => {
    expect(withNews(withNews(null, later), news)).toMatchObject({ words: "Again", news: 2 });
  });
  test("done comes back with news; snoozed stays away unless one is called by name", () => {
    const row = withNews(null, news);
    const done = triaged(row, "done", now, null) ?? row;
    expect(done).toMatchObject({ unread: false, doneAt: now });
    expect(withNews(done, later)).toMatchObject({ unread: true, doneAt: null, news: 1 });
    const until = new Date(now.getTime() + 60_000);
    const snoozed: InboxState = triaged(row, "snooze", now, until) ?? row;
    expect(withNews(snoozed, later).snoozedUntil).toEqual(until);
    expect(withNews(snoozed, { ...later, reason: "mention" }).snoozedUntil).toBeNull();
  });
  test("a second E or U changes nothing", () => {
    const row = withNews(null, news);
    const done = triaged(row, "done", now, null) ?? row;
    expect(triaged(done, "done", now, null)).toBeNull();
    expect(triaged(row, "unread", now, null)).toBeNull();
    expect(triaged(done, "unread", now, null)).toMatchObject({ unread: true, doneAt: null });
  });
});

test("every letter says why it came", () => {
  const told = {
    number: 7,
    subject: "The door",
    reason: "mention",
    byName: "Anna",
    words: "Look",
  } as const;
  const mia = { name: "Mia Lund", language: "en" } as const;
  const notice = noticeNews(mia, [told]);
  expect(notice.values["person.firstName"]).toBe("Mia");
  expect(notice.sentences).toEqual(["Anna mentioned you: “Look”"]);
  expect(notice.values["notice.why"]).toBe("you were mentioned by name");
  const abroad = noticeNews({ ...mia, language: "de" }, [told]);
  expect(abroad.sentences).toEqual(["Anna hat Sie erwähnt: „Look“"]);
  const digest = digestNews(mia, [[told, told]], 3);
  expect(digest.values["digest.tickets"]).toBe("4 tickets");
  expect(digest.sentences).toEqual([
    "#7 The door: Anna mentioned you: “Look” (2 things in all)",
    "And 3 more, in your notifications.",
  ]);
});

test("words are cut between characters, never within one", () => {
  expect([...shortened("🌱".repeat(200))]).toHaveLength(160);
  expect(shortened(" a\n b ")).toBe("a b");
});
