import { expect, test } from "vitest";
import { anEnvelope } from "@/testing/builders";
import { EventLog } from "./event-log";

const at = (position: number) => anEnvelope({ position });

test("an event that comes before its turn is not taken, so that nobody skips one", () => {
  const log = new EventLog(10, 5);
  expect(log.take(at(12))).toBe(false);
  expect(log.take(at(11))).toBe(true);
  expect(log.take(at(11))).toBe(false);
  expect(log.last).toBe(11);
});

test("who was away for less than the log gets just what they missed", () => {
  const log = new EventLog(0, 5);
  for (const position of [1, 2, 3]) log.take(at(position));
  expect(log.after(1)?.map((event) => event.position)).toEqual([2, 3]);
  expect(log.after(3)).toEqual([]);
});

test("who was away for longer than the log is told to fetch again", () => {
  const log = new EventLog(0, 2);
  for (const position of [1, 2, 3, 4]) log.take(at(position));
  expect(log.after(1)).toBeNull();
  expect(log.after(2)?.map((event) => event.position)).toEqual([3, 4]);
});

test("positions that are lost for good are skipped, and everyone from before fetches again", () => {
  const log = new EventLog(0, 5);
  log.take(at(1));
  log.skipTo(9);
  expect(log.after(1)).toBeNull();
  expect(log.take(at(10))).toBe(true);
});
