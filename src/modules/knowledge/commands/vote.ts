import { createHmac } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import type { Language } from "../rules/languages";
import { standingOf } from "../rules/standing";
import { languageSchema } from "../schema";

type Counts = { helpful: number; unhelpful: number; solved: number };
type HeldPage = Counts & { version: number };

async function heldPage(tx: Transaction, articleId: string, language: Language): Promise<HeldPage> {
  const page = await tx.first<HeldPage>(sql`
    select version, helpful, unhelpful, solved from kb_pages
    where article_id = ${articleId} and language = ${language} and not internal for update`);
  if (page === undefined) throw new AppError("article_not_found");
  return page;
}

async function saveCounts(
  tx: Transaction,
  articleId: string,
  language: Language,
  { helpful, unhelpful, solved }: Counts,
) {
  await tx.rows(sql`
    update kb_pages set helpful = ${helpful}, unhelpful = ${unhelpful}, solved = ${solved},
      standing = ${standingOf({ helpful, unhelpful, solved })}
    where article_id = ${articleId} and language = ${language}`);
}

/** One voter has one vote an article; of who is not signed in, nothing is kept but that. */
export const voterOf = (actor: Actor | null, address: string): string =>
  actor?.id ??
  createHmac("sha256", env().AUTH_SECRET).update(`kb voter ${address}`).digest("base64url");

export const voteSchema = z.object({
  commandId: commandIdSchema,
  articleId: z.uuid(),
  language: languageSchema,
  helpful: z.boolean(),
  /** What was missing. */
  reason: z.string().trim().max(limits.kbReasonCharsMax).default(""),
  voter: z.string().min(1).max(64),
});

/** A later vote of the same voter takes the place of the earlier one. */
export const voteArticle = command(
  "knowledge.vote",
  voteSchema,
  async (tx, { now }, { articleId, language, helpful, reason, voter }) => {
    const page = await heldPage(tx, articleId, language);
    const before = await tx.first<{ helpful: boolean; reason: string }>(sql`
      select helpful, reason from kb_votes
      where article_id = ${articleId} and language = ${language} and voter = ${voter}`);
    await tx.rows(sql`
      insert into kb_votes (article_id, language, voter, helpful, reason, version, created_at)
      values (${articleId}, ${language}, ${voter}, ${helpful}, ${reason}, ${page.version}, ${now})
      on conflict (article_id, language, voter) do update set helpful = excluded.helpful,
        reason = excluded.reason, version = excluded.version, created_at = excluded.created_at`);
    const count = (which: boolean) =>
      (helpful === which ? 1 : 0) - (before?.helpful === which ? 1 : 0);
    await saveCounts(tx, articleId, language, {
      helpful: Math.max(0, page.helpful + count(true)),
      unhelpful: Math.max(0, page.unhelpful + count(false)),
      solved: page.solved,
    });
    return { helpful };
  },
);

const solvedSchema = voteSchema.pick({ commandId: true, articleId: true, language: true });

/** While somebody asked, this answered them: a request that was never made. */
export const noteSolved = command(
  "knowledge.solved",
  solvedSchema,
  async (tx, _context, { articleId, language }) => {
    const page = await heldPage(tx, articleId, language);
    await saveCounts(tx, articleId, language, { ...page, solved: page.solved + 1 });
    return { solved: true };
  },
);
