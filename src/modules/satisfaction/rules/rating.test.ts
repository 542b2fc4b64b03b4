import { expect, test } from "vitest";
import { ratesUntil, readOpinion } from "./rating";

const spans = { openMs: 30, changeMs: 7 };
const at = (ms: number) => new Date(ms);

test("a resolution can be rated for a month, and a rating changed for a week", () => {
  expect(ratesUntil({ resolutionAt: at(0), ratedAt: null }, spans)).toEqual(at(30));
  expect(ratesUntil({ resolutionAt: at(0), ratedAt: at(29) }, spans)).toEqual(at(36));
});

test("an opinion is one of two, whatever a link says", () => {
  expect(readOpinion("good")).toBe("good");
  expect(readOpinion("5")).toBeNull();
  expect(readOpinion(undefined)).toBeNull();
});
