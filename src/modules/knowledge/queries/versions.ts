import { diffLines, diffWordsWithSpace } from "diff";
import * as z from "zod";
import { db, empty, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { languageSchema } from "../schema";
import type { Piece, Version } from "../types";

const versionSchema = z.int().min(1).max(2_000_000_000);

export const versionsInput = z.object({
  articleId: z.uuid(),
  language: languageSchema,
  /** The last one of the page before. */
  cursor: versionSchema.optional(),
});

export const differenceInput = z.object({
  articleId: z.uuid(),
  language: languageSchema,
  from: versionSchema,
  to: versionSchema,
});

type StoredVersion = {
  version: number;
  title: string;
  author_name: string;
  reverted_to: number | null;
  created_at: Date;
};

export type VersionPage = { versions: Version[]; next: number | null };

/** Who wrote what when, newest first. */
export async function versionList({
  articleId,
  language,
  cursor,
}: z.output<typeof versionsInput>): Promise<VersionPage> {
  const rows = await db.read.rows<StoredVersion>(sql`
    select version, title, users.name as author_name, reverted_to, kb_versions.created_at
    from kb_versions join users on users.id = author_id
    where article_id = ${articleId} and language = ${language}
      ${cursor === undefined ? empty : sql`and version < ${cursor}`}
    order by version desc limit ${raw(String(limits.kbVersionRows))}`);
  const versions = rows.map((row) => ({
    version: row.version,
    title: row.title,
    authorName: row.author_name,
    revertedTo: row.reverted_to,
    createdAt: row.created_at.toISOString(),
  }));
  const isFull = versions.length === limits.kbVersionRows;
  return { versions, next: isFull ? (versions.at(-1)?.version ?? null) : null };
}

type Text = { version: number; title: string; body: string };

/** What came, went and stayed, word by word; line by line where that would take long. */
function piecesBetween(before: string, after: string): Piece[] {
  const isLong = before.length + after.length > limits.kbDiffCharsMax;
  const changes =
    (isLong ? undefined : diffWordsWithSpace(before, after, { timeout: limits.kbDiffMsMax })) ??
    diffLines(before, after, { timeout: limits.kbDiffMsMax });
  // Two texts that have nothing to do with each other: the one went, the other came.
  if (changes === undefined)
    return [
      { is: "removed", text: before },
      { is: "added", text: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    is: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

export type Difference = { title: Piece[]; body: Piece[]; to: Text };

/** @throws AppError `article_not_found`. */
export async function difference({
  articleId,
  language,
  from,
  to,
}: z.output<typeof differenceInput>): Promise<Difference> {
  const rows = await db.read.rows<Text>(sql`
    select version, title, body from kb_versions
    where article_id = ${articleId} and language = ${language} and version in (${from}, ${to})`);
  const [before, after] = [from, to].map((wanted) => rows.find((row) => row.version === wanted));
  if (before === undefined || after === undefined) throw new AppError("article_not_found");
  return {
    title: piecesBetween(before.title, after.title),
    body: piecesBetween(before.body, after.body),
    to: after,
  };
}
