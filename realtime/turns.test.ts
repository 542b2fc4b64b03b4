import { expect, test } from "vitest";
import { Turns } from "./turns";

const times = { roundMs: 5_000, stepMs: 25 };

function aCrowd(count: number) {
  const turns = new Turns<number>(times, 0);
  for (let member = 0; member < count; member += 1) turns.add(member);
  return turns;
}

test("in one round everyone has one turn, and never many at once", () => {
  const turns = aCrowd(10_000);
  const told: number[] = [];
  for (let atMs = 25; atMs <= 5_000; atMs += 25) {
    const now = [...turns.due(atMs)];
    expect(now.length).toBe(50);
    told.push(...now);
  }
  expect(told.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 10_000 }, (_, at) => at));
});

test("whoever comes or goes, nobody waits longer than a round", () => {
  const turns = aCrowd(10);
  const lastMs = new Map<number, number>();
  let longest = 0;
  for (let atMs = 25; atMs <= 20_000; atMs += 25) {
    for (let each = 0; each < 25; each += 1) turns.add(1_000 + atMs + each);
    for (const member of turns.due(atMs)) {
      longest = Math.max(longest, atMs - (lastMs.get(member) ?? atMs));
      lastMs.set(member, atMs);
    }
  }
  expect(longest).toBe(5_000);
});

test("who has left is not told, and a server that stood still tells everyone once", () => {
  const turns = aCrowd(400);
  turns.remove(7);
  const told = [...turns.due(60_000)];
  expect(told).toHaveLength(399);
  expect(new Set(told).size).toBe(399);
  expect(told).not.toContain(7);
  expect([...turns.due(60_010)]).toEqual([]);
});
