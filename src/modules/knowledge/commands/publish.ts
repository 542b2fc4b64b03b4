import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { mustPublish, mustWrite } from "../access";
import type { Language } from "../rules/languages";
import { mayApprove, mayGo } from "../rules/stage";
import { seenSchema } from "../schema";
import { heldTranslation } from "./held";
import { putPage, takePage } from "./page";
import { slugsOf } from "./slugs";
import { tellChange } from "./tell";

type Going = { articleId: string; language: Language; slug: string; version: number };

/** Readers see this version from now on. */
async function goOut(tx: CommandTx, going: Going, now: Date): Promise<void> {
  const { articleId, language, slug, version } = going;
  await tx.rows(sql`
    update kb_translations set state = 'published', published_version = ${version},
      publish_at = null, publish_version = null, updated_at = ${now}
    where article_id = ${articleId} and language = ${language}`);
  await putPage(tx, going, now);
  const slugs = await slugsOf(tx, going, slug);
  tellChange(tx, { articleId, language, slugs });
}

const publishSchema = seenSchema.extend({
  /** Not before then; at once where it is left out. */
  at: z.iso.datetime({ offset: true }).nullable().default(null),
});

/**
 * Puts the newest version before readers, now or at a time.
 * @throws AppError `article_changed`, `review_by_another`.
 */
export const publishArticle = command(
  "knowledge.publish",
  publishSchema,
  async (tx, { actor, now }, { at, ...seen }) => {
    mustPublish(actor);
    const held = await heldTranslation(tx, seen);
    if (!mayApprove(held, actor)) throw new AppError("review_by_another");
    const { articleId, language, version } = held;
    if (at === null || Date.parse(at) <= now.getTime()) {
      await goOut(tx, held, now);
      return { state: "published", version };
    }
    await tx.rows(sql`
      update kb_translations
      set publish_at = ${new Date(at)}, publish_version = ${version}, updated_at = ${now}
      where article_id = ${articleId} and language = ${language}`);
    tellChange(tx, { articleId, language, slugs: [] });
    return { state: held.state, version };
  },
);

const stageSchema = seenSchema.extend({ to: z.enum(["draft", "review", "archived"]) });

/** Puts an article up for review, back to the drafts or away; what was published is taken back. */
export const stageArticle = command(
  "knowledge.stage",
  stageSchema,
  async (tx, { actor, now }, { to, ...seen }) => {
    mustWrite(actor);
    const held = await heldTranslation(tx, seen);
    const { articleId, language, state, slug } = held;
    // Without a way there it is in that place already, or was changed meanwhile.
    if (!mayGo(state, to) && state !== to) throw new AppError("article_changed");
    if (state === "published") mustPublish(actor);
    await tx.rows(sql`
      update kb_translations set state = ${to}, published_version = null, publish_at = null,
        publish_version = null, updated_at = ${now}
      where article_id = ${articleId} and language = ${language}`);
    if (state === "published") await takePage(tx, held);
    const slugs = state === "published" ? await slugsOf(tx, held, slug) : [];
    tellChange(tx, { articleId, language, slugs });
    return { state: to };
  },
);

type Due = { article_id: string; language: Language; slug: string; publish_version: number };

/** Publishes what was to be published by now, a few at a time; gives how many those were. */
export const publishDue = command(
  "knowledge.publishDue",
  z.object({ commandId: commandIdSchema }),
  async (tx, { now }) => {
    const due = await tx.rows<Due>(sql`
      select kb_translations.article_id, kb_translations.language, kb_translations.slug,
        kb_translations.publish_version
      from kb_translations join kb_articles on kb_articles.id = kb_translations.article_id
      where publish_at <= ${now}
      order by publish_at limit ${raw(String(limits.kbPublishBatchRows))}
      for update skip locked`);
    for (const { article_id: articleId, language, slug, publish_version: version } of due)
      await goOut(tx, { articleId, language, slug, version }, now);
    return { published: due.length };
  },
);
