import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { nowMs, setClock } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { eventsAfter, placeEvents } from "@/platform/outbox";
import { aCommandId, aPerson } from "@/testing/builders";
import { callAs } from "@/testing/calls";
import {
  aHouseOfWriters,
  anArticle,
  anArticleFile,
  aPublishedArticle,
  aTopic,
  does,
} from "@/testing/knowledge";
import { asksOf } from "../../../worker/subscriptions";
import { arrangeArticle } from "./commands/arrange";
import { saveCategory } from "./commands/categories";
import { publishArticle, publishDue, stageArticle } from "./commands/publish";
import { revertArticle, saveArticle, translateArticle } from "./commands/write";
import { knowledgeProcessors } from "./processors";
import { articleForWriting } from "./queries/articles";
import { helpHome, publicCategory, publicPage } from "./queries/pages";
import { searchPages } from "./queries/search";
import { mapPages } from "./queries/sitemap";
import { suggestedPages } from "./queries/suggest";
import { difference, versionList } from "./queries/versions";

let mia: Actor;
let ada: Actor;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ mia, ada, close } = await aHouseOfWriters());
});
afterAll(() => close());

const en = "en" as const;
let told = 0;

/** What the relay and a worker do with everything that has happened until now. */
async function tellsWorkers(): Promise<void> {
  await placeEvents();
  const events = await eventsAfter(told);
  for (const event of events) {
    told = Math.max(told, event.position);
    for (const { name, data } of asksOf(event)) {
      const processor = knowledgeProcessors.find((one) => one.name === name);
      const context = { requestId: null, attempt: 1, signal: AbortSignal.timeout(60_000) };
      await processor?.run(data.payload, context);
    }
  }
}

const titleAt = async (slug: string) =>
  publicPage(en, slug).then(
    ({ page }) => page.title,
    (refused: { code: string }) => refused.code,
  );

test("an article goes from draft to readers, and each text that it had stays", async () => {
  const { articleId, slug } = await anArticle({ author: mia, title: "Oil the vent" });
  expect(await titleAt(slug)).toBe("article_not_found");
  const of = { articleId, language: en };
  await does(publishArticle, mia, { ...of, seenVersion: 1 });
  await tellsWorkers();
  expect(await titleAt(slug)).toBe("Oil the vent");

  await does(saveArticle, ada, {
    ...of,
    seenVersion: 1,
    title: "Grease the vent",
    body: "Grease.",
  });
  await tellsWorkers();
  // Readers see what was published, until somebody publishes again.
  expect(await titleAt(slug)).toBe("Oil the vent");
  await does(publishArticle, ada, { ...of, seenVersion: 2 });
  await tellsWorkers();
  expect(await titleAt(slug)).toBe("Grease the vent");

  await does(revertArticle, mia, { ...of, seenVersion: 2, toVersion: 1 });
  await tellsWorkers();
  expect(await titleAt(slug)).toBe("Oil the vent");
  const { versions } = await versionList(of);
  expect(
    versions.map(({ version, authorName, revertedTo }) => [version, authorName, revertedTo]),
  ).toEqual([
    [3, "Mia", 1],
    [2, "Ada", null],
    [1, "Mia", null],
  ]);
});

test("what differs between two versions is said word by word", async () => {
  const { articleId } = await anArticle({ author: mia, body: "Oil the hinge once a year." });
  await does(saveArticle, mia, {
    ...{ articleId, language: en, seenVersion: 1 },
    title: "Hinges",
    body: "Oil the hinge twice a year.",
  });
  const { body } = await difference({ articleId, language: en, from: 1, to: 2 });
  expect(body.filter(({ is }) => is !== "same")).toEqual([
    { is: "removed", text: "once" },
    { is: "added", text: "twice" },
  ]);
});

test("who saves over a text that they have not seen is refused, and nothing is lost", async () => {
  const { articleId } = await anArticle({ author: mia });
  const save = { articleId, language: en, seenVersion: 1, title: "One", body: "One." };
  await does(saveArticle, mia, save);
  await expect(does(saveArticle, ada, { ...save, title: "Two" })).rejects.toMatchObject({
    code: "article_changed",
  });
  expect((await articleForWriting(articleId)).translations[0]?.title).toBe("One");
});

test("what is up for review is published by another than who wrote it", async () => {
  const { articleId } = await anArticle({ author: mia });
  const of = { articleId, language: en, seenVersion: 1 };
  await does(stageArticle, mia, { ...of, to: "review" });
  await expect(does(publishArticle, mia, of)).rejects.toMatchObject({ code: "review_by_another" });
  const jonas = await aPerson({ role: "agent" });
  expect(await does(publishArticle, jonas, of)).toEqual({ state: "published", version: 1 });
});

test("an old address leads to the new one, and never to another article", async () => {
  const { articleId, slug } = await aPublishedArticle({ author: mia, title: "First address" });
  const other = await anArticle({ title: "Another" });
  const of = { articleId, language: en, seenVersion: 1, title: "First address", body: "Words." };
  await tellsWorkers();
  expect(await titleAt("second-address")).toBe("article_not_found");
  await does(saveArticle, mia, { ...of, slug: "second-address" });
  await tellsWorkers();
  expect((await publicPage(en, slug)).page.slug).toBe("second-address");
  expect((await publicPage(en, "second-address")).page.slug).toBe("second-address");
  await expect(
    does(saveArticle, other.author, { ...of, articleId: other.articleId, slug }),
  ).rejects.toMatchObject({ code: "name_taken" });
  // An address of the title of another is not given twice.
  expect((await anArticle({ title: "First address" })).slug).toBe("first-address-2");
});

test("an article comes out at its time, in the version that was meant", async () => {
  const { articleId, slug } = await anArticle({ author: mia, title: "Spring is near" });
  const of = { articleId, language: en };
  const at = new Date(nowMs() + 3_600_000);
  await does(publishArticle, mia, { ...of, seenVersion: 1, at: at.toISOString() });
  await does(saveArticle, mia, { ...of, seenVersion: 1, title: "Spring is here", body: "Soon." });
  await does(publishDue, ada, {});
  expect(await titleAt(slug)).toBe("article_not_found");
  try {
    setClock(at);
    expect(await does(publishDue, ada, {})).toEqual({ published: 1 });
    expect(await does(publishDue, ada, {})).toEqual({ published: 0 });
  } finally {
    setClock(null);
  }
  await tellsWorkers();
  expect(await titleAt(slug)).toBe("Spring is near");
});

describe("what is not for readers is nowhere that readers look", () => {
  const secret = "Zanzibar";
  const ways: [string, () => Promise<string>][] = [
    ["a draft", async () => (await anArticle({ title: `${secret} draft` })).slug],
    [
      "an article in review",
      async () => {
        const { articleId, slug, author } = await anArticle({ title: `${secret} review` });
        await does(stageArticle, author, { articleId, language: en, seenVersion: 1, to: "review" });
        return slug;
      },
    ],
    [
      "an article for the house alone",
      async () => (await aPublishedArticle({ title: `${secret} internal`, internal: true })).slug,
    ],
    [
      "an article that became one for the house",
      async () => {
        const { articleId, slug, topic } = await aPublishedArticle({ title: `${secret} once` });
        await tellsWorkers();
        expect(await titleAt(slug)).toBe(`${secret} once`);
        await does(arrangeArticle, ada, {
          articleId,
          categoryId: topic.id,
          internal: true,
          relatedIds: [],
        });
        return slug;
      },
    ],
    [
      "an article that was put away",
      async () => {
        const { articleId, slug, author } = await aPublishedArticle({ title: `${secret} old` });
        await tellsWorkers();
        expect(await titleAt(slug)).toBe(`${secret} old`);
        await does(stageArticle, author, {
          articleId,
          language: en,
          seenVersion: 1,
          to: "archived",
        });
        return slug;
      },
    ],
    [
      "an article in a part of what has no name in the language",
      async () => {
        const whole = await aTopic();
        const topic = await aTopic(undefined, whole.id);
        const { slug } = await aPublishedArticle({ title: `${secret} within`, topic });
        const names = { de: { name: whole.slug } };
        await does(saveCategory, ada, { id: whole.id, parentId: null, names });
        return slug;
      },
    ],
    [
      "what was written after the publication",
      async () => {
        const { articleId, author } = await aPublishedArticle({ title: "Harmless" });
        const title = `${secret} later`;
        const of = { articleId, language: en, seenVersion: 1 };
        await does(saveArticle, author, { ...of, title, body: secret });
        return "nowhere";
      },
    ],
  ];

  test.each(ways)("%s", async (_says, make) => {
    const slug = await make();
    await tellsWorkers();
    expect(await titleAt(slug)).toBe("article_not_found");
    const seen = [
      await searchPages(null, { language: en, text: secret, typing: false }),
      await searchPages(null, { language: en, text: "zanzi", typing: true }),
      // Not as a word that a typing error is mended to, either.
      await searchPages(null, { language: en, text: "Zanzbar", typing: false }),
      await suggestedPages(null, { language: en, text: `${secret} please` }),
      await helpHome(en),
      await mapPages(null),
    ];
    expect(JSON.stringify(seen).toLowerCase()).not.toContain("zanzi");
  });

  test("those of the house find what is for the house, and readers do not", async () => {
    const { articleId } = await aPublishedArticle({ title: "Kilimanjaro", internal: true });
    const asked = { language: en, text: "kilimanjaro", typing: false };
    const of = (reader: Actor | null) =>
      searchPages(reader, asked).then(({ pages }) => pages.map((page) => page.articleId));
    expect(await of(mia)).toEqual([articleId]);
    expect(await of(null)).toEqual([]);
    expect(await of(await aPerson({ role: "customer" }))).toEqual([]);
  });

  test("a picture is shown to readers for as long as a published page shows it", async () => {
    const attachmentId = await anArticleFile();
    const [row] = await db.write.rows<{ id: string }>(sql`
      select article_id as id from kb_files where attachment_id = ${attachmentId}`);
    const ask = (actor: Actor | null) =>
      callAs("knowledge.file", actor, { attachmentId }).then(
        () => "shown",
        () => "refused",
      );
    expect(await ask(null)).toBe("shown");
    const of = { articleId: row?.id, language: en, seenVersion: 1 };
    await does(stageArticle, mia, { ...of, to: "archived" });
    expect([await ask(null), await ask(mia)]).toEqual(["refused", "shown"]);
  });
});

describe("searching", () => {
  test("words are found in the forms of their language, mistyped and begun", async () => {
    const german = { language: "de" as const, title: "Die Batterien wechseln" };
    const { articleId } = await aPublishedArticle({ ...german, body: "So geht das." });
    await aPublishedArticle({ title: "Calibrate a thermometer", body: "Thermometers drift." });
    const of = async (language: "en" | "de", text: string, typing = false) => {
      const { pages, instead } = await searchPages(null, { language, text, typing });
      return [pages.map(({ title }) => title), instead];
    };
    expect(await of("de", "Batterie")).toEqual([[german.title], null]);
    expect(await of("en", "Batterie")).toEqual([[], null]);
    expect(await of("en", "thermometers calibrated")).toEqual([["Calibrate a thermometer"], null]);
    expect(await of("en", "thermmoeter")).toEqual([["Calibrate a thermometer"], "thermometer"]);
    expect(await of("en", "therm", true)).toEqual([["Calibrate a thermometer"], null]);
    expect(await of("de", "baterien")).toEqual([[german.title], "batterien"]);
    expect(articleId).not.toBe("");
  });

  test("the title counts before the text, and what helped before what did not", async () => {
    const topic = await aTopic();
    const inText = await aPublishedArticle({ topic, title: "Other things", body: "Say quokka." });
    const worse = await aPublishedArticle({ topic, title: "Quokka food", body: "Leaves, one." });
    const better = await aPublishedArticle({ topic, title: "Quokka food", body: "Leaves, two." });
    for (let more = 0; more < 3; more++) {
      const vote = { articleId: better.articleId, language: en, helpful: true };
      await callAs("knowledge.vote", await aPerson(), vote);
      await callAs("knowledge.vote", await aPerson(), {
        ...vote,
        ...{ articleId: worse.articleId, helpful: false },
      });
    }
    const { pages } = await searchPages(null, { language: en, text: "quokka", typing: false });
    expect(pages.map(({ articleId }) => articleId)).toEqual(
      [better, worse, inText].map(({ articleId }) => articleId),
    );
  });

  test("an article is suggested for a sentence of which it says a part", async () => {
    const { articleId } = await aPublishedArticle({
      title: "Pair the humidity sensor",
      body: "Hold its button.",
    });
    const text = "Hello, since yesterday my humidity sensor shows nothing any more";
    const pages = await suggestedPages(null, { language: en, text });
    expect(pages.map((page) => page.articleId)).toContain(articleId);
  });

  test("what is searched for in vain is counted by its words, and shown to admins alone", async () => {
    const note = (words: string, found: number | null) =>
      callAs("knowledge.noteSearch", null, { commandId: newId(), language: en, words, found });
    await note("Left-handed vents", 0);
    await note("left handed VENTS", 0);
    await note("oil", 3);
    await note("oil", null);
    const missing = await callAs("knowledge.missing", ada, undefined);
    expect(missing).toMatchObject({
      missing: [{ words: "left handed vents", asked: 2, empty: 2, clicked: 0, why: "empty" }],
    });
    await expect(callAs("knowledge.missing", mia, undefined)).rejects.toThrow();
  });
});

test("categories stand in a tree without circles; a name is shown at once when it changes", async () => {
  const top = await aTopic("Greenhouses");
  const inner = await aTopic("Balcony greenhouses", top.id);
  const names = { en: { name: "Greenhouses" } };
  await expect(
    does(saveCategory, ada, { id: top.id, parentId: inner.id, names }),
  ).rejects.toMatchObject({ code: "category_too_deep" });
  await aPublishedArticle({ topic: inner, title: "Fix it to the rail" });
  await tellsWorkers();
  const shown = await publicCategory(en, "greenhouses", undefined);
  expect(shown.parts.map(({ name }) => name)).toEqual(["Balcony greenhouses"]);
  expect(shown.translations).toEqual(
    (["en", "de", "es"] as const).map((language) => ({ language, slug: "greenhouses" })),
  );
  // What stands in a part stands in the whole.
  expect(shown.pages.map(({ title }) => title)).toEqual(["Fix it to the rail"]);
  await does(saveCategory, ada, { id: top.id, parentId: null, names: { en: { name: "Houses" } } });
  await tellsWorkers();
  expect((await publicCategory(en, "houses", undefined)).category.name).toBe("Houses");
});

test("an article in two languages leads from each to the other", async () => {
  const { articleId, slug, author } = await aPublishedArticle({ title: "Clean the glass" });
  const of = { articleId, language: "de" as const };
  await does(translateArticle, author, { ...of, title: "Glas reinigen", body: "Mit Wasser." });
  expect((await publicPage(en, slug)).translations).toHaveLength(1);
  await does(publishArticle, author, { ...of, seenVersion: 1 });
  await tellsWorkers();
  expect((await publicPage(en, slug)).translations.map((one) => one.slug)).toEqual([
    "glas-reinigen",
    "clean-the-glass",
  ]);
});

test("a hidden article answers exactly as none at all", async () => {
  const { slug } = await anArticle();
  const ask = (wanted: string) =>
    callAs("knowledge.page", null, { language: en, slug: wanted }).catch((error: Error) => ({
      message: error.message,
    }));
  expect(await ask(slug)).toEqual(await ask(`none-${aCommandId()}`));
});
