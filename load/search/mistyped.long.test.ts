import { afterAll, beforeAll, expect, test } from "vitest";
import { learnWords } from "@/modules/search";
import { searchProcessors } from "@/modules/search/processors";
import type { Actor } from "@/platform/auth";
import { db, sql } from "@/platform/database";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { seedLarge } from "../../scripts/seed/large/load";
import { ask, askOn, isMeant } from "./meant";
import { questionsOf } from "./questions";

let services: TestServices;
let mia: Actor;
beforeAll(async () => {
  services = await testServices();
  const asked = { tickets: 20_000, seed: 1, until: new Date("2026-11-01") };
  await seedLarge(services.databaseUrl, asked, () => undefined);
  mia = await aPerson({ role: "agent", name: "Mia" });
});
afterAll(() => services.close());

const context = { requestId: null, attempt: 1, signal: new AbortController().signal };

/** As a worker learns the words of the past: backwards, until none is left. */
async function learnAll(): Promise<void> {
  const learning = searchProcessors.find(({ name }) => name === learnWords.name);
  const since = async () =>
    (await db.write.rows<{ since: Date }>(sql`select since from search_learning`))[0]?.since;
  for (let before: Date | undefined; ; ) {
    await learning?.run({ tick: 1 }, context);
    const now = await since();
    if (now?.getTime() === before?.getTime()) return;
    before = now;
  }
}

test("of 200 words with one wrong letter 95 % find on the first page what the right spelling finds", async () => {
  await learnAll();
  const kinds = await questionsOf(200, 1);
  const mistyped = kinds.find(({ name }) => name === "word mistyped")?.questions ?? [];
  expect(mistyped).toHaveLength(200);
  const lost: string[] = [];
  for (const question of mistyped) {
    const page = await askOn(mia, question, await ask(mia, question));
    if (!(await isMeant(mia, question, page))) lost.push(`${question.text} for ${question.of}`);
  }
  expect(lost.length, lost.join(", ")).toBeLessThanOrEqual(10);
}, 300_000);
