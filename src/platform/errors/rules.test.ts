import { expect, test } from "vitest";
import { knowledge } from "./parts/knowledge";
import { lists } from "./parts/lists";
import { machines } from "./parts/machines";
import { people } from "./parts/people";
import { requests } from "./parts/requests";
import { settings } from "./parts/settings";
import { tickets } from "./parts/tickets";
import { errorRules } from "./rules";

test("a code stands in one part alone, and every part is in the table", () => {
  const parts = [knowledge, lists, machines, people, requests, settings, tickets];
  const codes = parts.flatMap((part) => Object.keys(part));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.toSorted()).toEqual(Object.keys(errorRules).toSorted());
});
