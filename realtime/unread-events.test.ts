import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ticketUpdated } from "@/modules/tickets";
import { limits } from "@/platform/limits";
import type { PlacedEnvelope } from "@/platform/outbox";
import { unreadEvents } from "./unread-events";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const anEvent = (name: string, version: number): PlacedEnvelope => ({
  ...{ id: "0192d3f0-7a2b-7c3d-8e4f-5a6b7c8d9e0f", ticketId: null, actorId: null, commandId: null },
  ...{ requestId: null, occurredAt: "2026-11-24T12:00:00.000Z", payload: {}, position: 1 },
  name,
  version,
});

test("events of a newer version make browsers fetch anew, once for all of a few seconds", () => {
  const fetchAnew = vi.fn();
  const unread = unreadEvents(fetchAnew);
  const { name, version } = ticketUpdated;
  for (let times = 0; times < 50; times += 1) unread.note(anEvent(name, version + 1));
  vi.advanceTimersByTime(limits.unreadRefetchMs);
  expect(fetchAnew).toHaveBeenCalledTimes(1);
  unread.note(anEvent(name, version + 1));
  vi.advanceTimersByTime(limits.unreadRefetchMs);
  expect(fetchAnew).toHaveBeenCalledTimes(2);
});

test("what is known here, or is no business of this server, makes nobody fetch", () => {
  const fetchAnew = vi.fn();
  const unread = unreadEvents(fetchAnew);
  unread.note(anEvent(ticketUpdated.name, ticketUpdated.version));
  unread.note(anEvent("something.of_another_process", 7));
  vi.advanceTimersByTime(10 * limits.unreadRefetchMs);
  expect(fetchAnew).not.toHaveBeenCalled();
});
