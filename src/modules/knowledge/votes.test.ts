import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import { aHouseOfWriters, aPublishedArticle, does } from "@/testing/knowledge";
import { publishArticle, stageArticle } from "./commands/publish";
import { articleForWriting } from "./queries/articles";

let mia: Actor;
let ada: Actor;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ mia, ada, close } = await aHouseOfWriters());
});
afterAll(() => close());

const en = "en" as const;

test("one voter has one vote, and may change it; the reason reaches those who write", async () => {
  const { articleId } = await aPublishedArticle();
  const about = { articleId, language: en };
  const anna = await aPerson();
  await callAs("knowledge.vote", anna, { ...about, helpful: true });
  await callAs("knowledge.vote", anna, { ...about, helpful: false, reason: "Where is the hinge?" });
  await callAs("knowledge.vote", null, { ...about, helpful: true });
  await callAs("knowledge.vote", null, { ...about, helpful: true });
  await callAs("knowledge.solved", null, about);
  const [written] = (await articleForWriting(articleId)).translations;
  expect(written).toMatchObject({ helpful: 1, unhelpful: 1, solved: 1 });
  expect(await callAs("knowledge.reasons", mia, { articleId })).toMatchObject({
    reasons: [{ reason: "Where is the hinge?" }],
  });
  // What was taken from its readers and comes back has what they said of it.
  const of = { articleId, language: en, seenVersion: written?.version ?? 0 };
  await does(stageArticle, ada, { ...of, to: "archived" });
  await does(publishArticle, ada, of);
  await callAs("knowledge.vote", anna, { ...about, helpful: false });
  const [again] = (await articleForWriting(articleId)).translations;
  expect(again).toMatchObject({ helpful: 1, unhelpful: 1, solved: 1 });
  // Of who is not signed in there is a mark that says nothing, and no address.
  const votes = await db.write.rows<{ voter: string }>(sql`
    select voter from kb_votes where article_id = ${articleId}`);
  expect(JSON.stringify(votes)).not.toContain("10.0.0.1");
});
