import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requestsPerVisit, scenarios } from "./founding";
import { type Answer, type Ask, dataIn, journeyAt } from "./journeys";

/** A number from 0 to 1 that looks by chance, the same in every run. */
function chance(): () => number {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const rows = [1, 2, 3].map((number) => ({ number, id: `id-${number}` }));
const answers: Readonly<Record<string, unknown>> = {
  "tickets.list": { rows },
  "requests.list": { rows },
  "tickets.get": { row: rows[0] },
  "requests.get": { row: rows[0] },
  "tickets.create": { number: 9, ticketId: "id-9" },
};

function visit(random: () => number) {
  const steps = journeyAt(random()).visit({ random, newId: () => "id" });
  const asked: Ask[] = [];
  let step = steps.next();
  while (!step.done) {
    asked.push(step.value);
    const answer: Answer = { status: 200, data: answers[step.value.operation] };
    step = steps.next(answer);
  }
  return asked;
}

test("people list, open, ask and reply, and a visit makes as many requests as the rows are counted by", () => {
  const random = chance();
  const visits = Array.from({ length: 5_000 }, () => visit(random));
  const asked = visits.flat();
  expect(Math.abs(asked.length / visits.length - requestsPerVisit)).toBeLessThan(0.1);
  const share = (name: string) =>
    asked.filter(({ operation }) => operation === name).length / asked.length;
  for (const name of [
    "tickets.list",
    "tickets.get",
    "tickets.create",
    "tickets.reply",
    "requests.get",
  ])
    expect(share(name), name).toBeGreaterThan(0.04);
  for (const { commandId, method } of asked) expect(commandId !== null).toBe(method === "POST");
});

test("who finds nothing asks for nothing more", () => {
  const steps = journeyAt(0).visit({ random: () => 0.9, newId: () => "id" });
  steps.next();
  expect(steps.next({ status: 500, data: undefined }).done).toBe(true);
});

test("an answer is read as the API gives it, and what is none is nothing", () => {
  expect(dataIn('[{"result":{"data":{"rows":[]}}}]')).toEqual({ rows: [] });
  expect(dataIn("<html>")).toBeUndefined();
});

test("each scenario has its k6 script", () => {
  for (const name of Object.keys(scenarios))
    expect(readFileSync(join(import.meta.dirname, `${name}.k6.ts`), "utf8")).toContain(
      `optionsOf("${name}")`,
    );
});
