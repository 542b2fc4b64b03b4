import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { readablePeople } from "../access";
import type { AgentView } from "../schema";
import { markOf, readMark } from "./page-mark";

export const agentsInput = z.object({
  /** The beginning of a word of the name, or of the address. */
  words: z.string().trim().max(limits.nameCharsMax).default(""),
  after: z.string().max(1_000).optional(),
});

export type AgentPage = { people: AgentView[]; next: string | null };

/** People to whom work can be given, by name: for menus that assign and mention. */
export async function agents(
  actor: Actor,
  { words, after }: z.output<typeof agentsInput>,
): Promise<AgentPage> {
  const beginning = `${words.replace(/[\\%_]/g, "\\$&")}%`;
  const named =
    words === ""
      ? sql`true`
      : sql`(name ilike ${beginning} or name ilike ${`% ${beginning}`} or email ilike ${beginning})`;
  const mark = after === undefined ? undefined : readMark(after);
  const below = mark === undefined ? sql`true` : sql`(name, id) > (${mark[0]}, ${mark[1]}::uuid)`;
  const people = await db.read.rows<AgentView>(sql`
    select id, name, email::text as email from users
    where role <> 'customer' and suspended_at is null and ${readablePeople(actor)}
      and ${named} and ${below}
    order by name, id limit ${raw(String(limits.personPageRows))}`);
  const last = people.at(-1);
  const full = last !== undefined && people.length === limits.personPageRows;
  return { people, next: full ? markOf([last.name, last.id]) : null };
}
