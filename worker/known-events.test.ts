import { join } from "node:path";
import { expect, test } from "vitest";
import { knowledgeOf } from "@/platform/outbox";
import { allRecorded } from "@/testing/forms/recorded";
import { processors } from "./processors";
import { asksOf } from "./subscriptions";

test("a worker has heard of every event: what is new to it was written by a newer one", () => {
  expect(processors.length).toBeGreaterThan(25);
  const events = allRecorded(join(import.meta.dirname, "..")).filter(
    ({ kind }) => kind === "events",
  );
  expect(events.filter((event) => knowledgeOf(event) !== "known")).toEqual([]);
});

test("an event that a worker does not understand asks for a look by another one", () => {
  const event = {
    ...{ id: "0192d3f0-7a2b-7c3d-8e4f-5a6b7c8d9e0f", ticketId: null, actorId: null },
    ...{ commandId: null, requestId: null, occurredAt: "2026-11-24T12:00:00.000Z" },
  };
  const asked = (name: string, version: number, payload: unknown) =>
    asksOf({ ...event, name, version, payload }).map((ask) => ask.name);
  const bulkStarted = { actionId: event.id };
  expect(asked("bulk.started", 1, bulkStarted)).toEqual(["bulk.run"]);
  expect(asked("bulk.started", 2, bulkStarted)).toEqual(["events.follow"]);
  expect(asked("bulk.started", 1, { actionId: 7 })).toEqual(["events.follow"]);
  expect(asked("bulk.of_tomorrow", 1, {})).toEqual(["events.follow"]);
  expect(asked("views.changed", 1, {})).toEqual([]);
});
