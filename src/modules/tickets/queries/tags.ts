import * as z from "zod";
import { db, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export type TagUse = {
  name: string;
  /** On active tickets. */
  uses: number;
};

/** One look at an index that holds the tags of active tickets. */
const used: Sql = sql`used as materialized (
  select tag as name, count(*)::int as uses
  from tickets cross join lateral unnest(tickets.tags) as tag
  where tickets.status in ('open', 'pending', 'on_hold') and not tickets.synthetic
  group by tag)`;

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");

export const completeInput = z.object({ words: z.string().trim().max(limits.tagCharsMax) });

/** Known tags whose name, or a word of it, begins so; the most used first. */
export function completeTags({ words }: z.output<typeof completeInput>): Promise<TagUse[]> {
  const beginning = `${escaped(words.toLowerCase())}%`;
  return db.read.rows<TagUse>(sql`
    with ${used}
    select tags.name, coalesce(used.uses, 0) as uses from tags left join used using (name)
    where tags.leaving_since is null
      and (tags.name like ${beginning} or tags.name like ${`%-${beginning}`})
    order by tags.name like ${beginning} desc, uses desc, tags.name
    limit ${raw(String(limits.tagsOfferedMax))}`);
}

export type TagRow = TagUse & { leaving: boolean; becomes: string | null };
export type TagPage = { tags: TagRow[]; next: string | null };

export const tagListInput = z.object({
  words: z.string().trim().max(limits.tagCharsMax).default(""),
  /** The last tag of the page before. */
  cursor: z.string().max(limits.tagCharsMax).optional(),
});

/** All known tags by name, for administration. */
export async function tagList({ words, cursor }: z.output<typeof tagListInput>): Promise<TagPage> {
  const tags = await db.read.rows<TagRow>(sql`
    with ${used}
    select tags.name, coalesce(used.uses, 0) as uses, tags.becomes,
      tags.leaving_since is not null as leaving
    from tags left join used using (name)
    where tags.name like ${`%${escaped(words.toLowerCase())}%`} and tags.name > ${cursor ?? ""}
    order by tags.name limit ${raw(String(limits.tagPageRows))}`);
  const full = tags.length === limits.tagPageRows;
  return { tags, next: full ? (tags.at(-1)?.name ?? null) : null };
}

const countMax = raw(String(limits.tagUsesCountMax));

/** On how many tickets of any age something stands; counted up to a bound. */
async function countUses(where: Sql): Promise<number> {
  const [row] = await db.read.rows<{ uses: number }>(sql`
    select count(*)::int as uses
    from (select from tickets where ${where} limit ${countMax}) as counted`);
  return row?.uses ?? 0;
}

export const tagUses = (name: string) => countUses(sql`tickets.tags && ${[name]}`);
export const fieldUses = (key: string) => countUses(sql`tickets.fields ? ${key}`);

/** A team is put away from tickets that are not closed. */
/** All of them: each keeps the name of an organization that is put away. */
export const organizationUses = (organizationId: string) =>
  countUses(sql`tickets.organization_id = ${organizationId}`);

export const teamUses = (teamId: string) =>
  countUses(sql`tickets.team_id = ${teamId} and tickets.status <> 'closed'`);
