import * as z from "zod";
import { fieldUses, organizationUses, tagUses, teamUses } from "@/modules/tickets";
import { db, raw, type Sql, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

export const usesInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tag"), name: z.string().max(limits.tagCharsMax) }),
  z.object({ kind: z.literal("field"), key: z.string().max(limits.fieldNameCharsMax) }),
  z.object({ kind: z.literal("team"), id: z.uuid() }),
  z.object({ kind: z.literal("organization"), id: z.uuid() }),
]);
export type UsesInput = z.output<typeof usesInput>;

type Named = { id: string; name: string };
/** `tickets` is counted up to `limits.tagUsesCountMax`. */
export type Uses = { tickets: number; macros: Named[]; responses: Named[]; topics: Named[] };

const most = raw(String(limits.responsesOfferedMax));
const named = (from: Sql, where: Sql) =>
  db.read.rows<Named>(sql`select id, name from ${from} where ${where} order by name limit ${most}`);

/** What is asked about, which fills in a tag, shows a field or goes to a team. */
const topicsWith = (where: Sql) =>
  named(
    sql`(select id, names ->> 'en' as name, tags, field_keys, team_id from topics) topics`,
    where,
  );

/** Where something is used, to be read before it is taken away: by everybody, whoever's it is. */
export async function usesOf(about: UsesInput): Promise<Uses> {
  switch (about.kind) {
    case "tag": {
      const inActions = sql`actions -> 'addTags' ? ${about.name}
        or actions -> 'removeTags' ? ${about.name}`;
      const macros = await named(sql`macros`, inActions);
      const topics = await topicsWith(sql`${about.name} = any(tags)`);
      return { tickets: await tagUses(about.name), macros, responses: [], topics };
    }
    case "field": {
      const variable = `%{{%field.${about.key.replace(/[\\%_]/g, "\\$&")}%}}%`;
      const macros = await named(
        sql`macros`,
        sql`actions -> 'fields' ? ${about.key} or body like ${variable}`,
      );
      const responses = await named(sql`canned_responses`, sql`body like ${variable}`);
      const topics = await topicsWith(sql`${about.key} = any(field_keys)`);
      return { tickets: await fieldUses(about.key), macros, responses, topics };
    }
    case "organization":
      // Macros, responses and topics name none.
      return { tickets: await organizationUses(about.id), macros: [], responses: [], topics: [] };
    case "team": {
      const macros = await named(
        sql`macros`,
        sql`actions ->> 'teamId' = ${about.id} or team_id = ${about.id}`,
      );
      const responses = await named(sql`canned_responses`, sql`team_id = ${about.id}`);
      const topics = await topicsWith(sql`team_id = ${about.id}`);
      return { tickets: await teamUses(about.id), macros, responses, topics };
    }
  }
}
