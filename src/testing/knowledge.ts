import { createArticle, publishArticle, saveCategory } from "@/modules/knowledge";
import { type Language, languages } from "@/modules/knowledge/client";
import type { Actor } from "@/platform/auth/actor";
import type { Command, Json } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { newId } from "@/platform/ids";
import { keyOf, valkey } from "@/platform/valkey";
import { aCommandId, aPerson } from "./builders";
import { testServices } from "./database";

const fresh = () => newId().replaceAll("-", "").slice(-12);

/** Runs a command as the API would, with an intent of its own. */
export function does<Input extends { commandId: string }, Result extends Json>(
  command: Command<Input, Result>,
  actor: Actor,
  given: object,
  at?: Date,
): Promise<Result> {
  const input = command.schema.parse({ commandId: aCommandId(), ...given });
  return command.execute(actor, input, at);
}

/** Mia writes and Ada decides, and nobody is told that they ask too often. */
export async function aHouseOfWriters() {
  const services = await testServices({ RATE_LIMIT_FACTOR: "100" });
  return {
    mia: await aPerson({ role: "agent", name: "Mia" }),
    ada: await aPerson({ role: "admin", name: "Ada" }),
    close: () => services.close(),
  };
}

type Topic = { id: string; slug: string };

/** A category, called so in every language. */
export async function aTopic(name = `Topic ${fresh()}`, parentId: string | null = null) {
  const admin = await aPerson({ role: "admin" });
  const names = { en: { name }, de: { name }, es: { name } };
  const { id } = await does(saveCategory, admin, { id: null, parentId, names });
  // What a worker does when it hears of it.
  for (const language of languages) await valkey("cache").del(keyOf("kbCategories", language));
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return { id, slug } satisfies Topic;
}

/** One for all that does not care, in each database: there may not be many. */
const usual = new Map<string, Promise<Topic>>();
export function theUsualTopic(): Promise<Topic> {
  const databaseUrl = env().DATABASE_URL;
  const known = usual.get(databaseUrl) ?? aTopic();
  usual.set(databaseUrl, known);
  return known;
}

type Given = {
  title?: string;
  body?: string;
  language?: Language;
  internal?: boolean;
  topic?: Topic;
  author?: Actor;
};

/** A draft, by somebody who works here. */
export async function anArticle(given: Given = {}) {
  const author = given.author ?? (await aPerson({ role: "agent" }));
  const topic = given.topic ?? (await theUsualTopic());
  const title = given.title ?? `Article ${fresh()}`;
  const { articleId } = await does(createArticle, author, {
    categoryId: topic.id,
    internal: given.internal ?? false,
    language: given.language ?? "en",
    title,
    body: given.body ?? "Open the vent and oil its hinge.",
  });
  const [row] = await db.write.rows<{ slug: string }>(sql`
    select slug from kb_translations where article_id = ${articleId}`);
  return { articleId, slug: row?.slug ?? "", author, topic };
}

export async function aPublishedArticle(given: Given = {}) {
  const article = await anArticle(given);
  const { articleId, author } = article;
  await does(publishArticle, author, {
    articleId,
    language: given.language ?? "en",
    seenVersion: 1,
  });
  return article;
}

/** A picture that a published article shows. */
export async function anArticleFile(given: Given = {}): Promise<string> {
  const author = given.author ?? (await aPerson({ role: "agent" }));
  const id = newId();
  await db.write.rows(sql`
    insert into attachments (id, owner_id, name, claimed_type, type, bytes, state, storage_key,
      created_at, checked_at)
    values (${id}, ${author.id}, 'vent.png', 'image/png', 'image/png', 5, 'checked',
      ${`kept/${id}`}, now(), now())`);
  await aPublishedArticle({ ...given, author, body: `![The vent](/files/article/${id})` });
  return id;
}
