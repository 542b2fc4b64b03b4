import { expect, test } from "vitest";
import type { Ticket } from "./ticket";
import { agentReplied, customerSpoke, noteWritten, reopenWindowMs, takesReplies } from "./turn";

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const aTicket = (given: Partial<Ticket> = {}): Ticket => ({
  id: "t",
  number: 1,
  subject: "The door",
  requesterId: "r",
  organizationId: null,
  status: "open",
  priority: "medium",
  channel: "web",
  assigneeId: null,
  teamId: null,
  tags: [],
  fields: {},
  participantIds: [],
  version: 1,
  nextDueAt: null,
  slaState: null,
  waitingSince: null,
  lastWords: "It jams.",
  snoozedUntil: null,
  mergedInto: null,
  synthetic: false,
  firstMessageAt: at("09:00"),
  lastMessageAt: at("09:00"),
  resolvedAt: null,
  closedAt: null,
  createdAt: at("09:00"),
  updatedAt: at("09:00"),
  ...given,
});
const words = (time: string) => ({ lastWords: "Hello.", at: at(time) });

test("a customer waits since the oldest message that nobody answered", () => {
  const first = customerSpoke(aTicket(), words("10:00"));
  expect(customerSpoke(first, words("11:00")).waitingSince).toEqual(at("10:00"));
});

test("an answer ends the waiting, a note does not", () => {
  const waiting = aTicket({ waitingSince: at("10:00") });
  expect(agentReplied(waiting, words("11:00")).waitingSince).toBeNull();
  expect(noteWritten(waiting, at("11:00")).waitingSince).toEqual(at("10:00"));
});

test("an answer that a late worker releases does not answer what was asked after it", () => {
  const waiting = aTicket({ waitingSince: at("09:00") });
  const since = (asked: Date | null) => agentReplied(waiting, words("10:00"), asked).waitingSince;
  expect(since(at("10:05"))).toEqual(at("10:05"));
  expect(since(null)).toBeNull();
  const answered = aTicket({ waitingSince: null });
  expect(agentReplied(answered, words("10:00"), at("10:05")).waitingSince).toBeNull();
  const askedAgain = aTicket({ waitingSince: at("10:30") });
  expect(agentReplied(askedAgain, words("10:00"), at("10:05")).waitingSince).toEqual(at("10:30"));
});

test("a customer's words open a pending or resolved ticket again, and never a closed one", () => {
  for (const status of ["pending", "on_hold", "resolved"] as const)
    expect(customerSpoke(aTicket({ status }), words("10:00")).status).toBe("open");
  const closed = aTicket({ status: "closed", closedAt: at("09:30"), resolvedAt: at("09:20") });
  const heard = customerSpoke(closed, words("10:00"));
  expect(heard.status).toBe("closed");
  expect(heard.closedAt).toEqual(at("09:30"));
});

test("whatever is said late moves no time back, and everything said moves the version on", () => {
  const ticket = aTicket({ updatedAt: at("12:00"), lastMessageAt: at("12:00") });
  for (const after of [
    customerSpoke(ticket, words("11:00")),
    agentReplied(ticket, words("11:00")),
    noteWritten(ticket, at("11:00")),
  ]) {
    expect(after.updatedAt).toEqual(at("12:00"));
    expect(after.lastMessageAt).toEqual(at("12:00"));
    expect(after.version).toBe(2);
  }
});

test("a resolved ticket takes replies for two weeks, a closed one none", () => {
  const resolved = aTicket({ status: "resolved", resolvedAt: at("10:00") });
  const later = (ms: number) => new Date(at("10:00").getTime() + ms);
  expect(takesReplies(resolved, later(reopenWindowMs))).toBe(true);
  expect(takesReplies(resolved, later(reopenWindowMs + 1))).toBe(false);
  expect(takesReplies(aTicket({ status: "closed" }), at("10:00"))).toBe(false);
});
