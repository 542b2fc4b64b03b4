import * as z from "zod";
import { db, raw, sql, type Transaction } from "@/platform/database";
import { type Language, languages } from "@/platform/i18n/client";
import { limits } from "@/platform/limits";
import { type TopicNames, topicName } from "../rules/topic";

/** Where a question about a topic goes; the same words as a ticket's. */
export const topicPriorities = ["low", "medium", "high", "urgent"] as const;
export type TopicPriority = (typeof topicPriorities)[number];

export type TopicView = {
  id: string;
  names: TopicNames;
  fieldKeys: string[];
  teamId: string | null;
  priority: TopicPriority;
  tags: string[];
};

type Row = {
  id: string;
  names: TopicNames;
  field_keys: string[];
  team_id: string | null;
  priority: TopicPriority;
  tags: string[];
};

const all = sql`select id, names, field_keys, team_id, priority, tags from topics
  order by place, id limit ${raw(String(limits.topicsMax))}`;

const viewOf = ({ id, names, field_keys, team_id, priority, tags }: Row): TopicView => ({
  id,
  names,
  fieldKeys: field_keys,
  teamId: team_id,
  priority,
  tags,
});

/** The topics in the order in which people choose among them. */
export async function topics(tx?: Transaction): Promise<TopicView[]> {
  const rows = tx === undefined ? await db.read.rows<Row>(all) : await tx.rows<Row>(all);
  return rows.map(viewOf);
}

export async function topicList(): Promise<{ topics: TopicView[] }> {
  const rows = await db.write.rows<Row>(all);
  return { topics: rows.map(viewOf) };
}

export const askedTopicsInput = z.object({ language: z.enum(languages) });

/** What somebody who asks chooses among; none where there is nothing to choose. */
export async function askedTopics(language: Language): Promise<{ id: string; name: string }[]> {
  return (await topics()).map(({ id, names }) => ({ id, name: topicName(names, language) }));
}
