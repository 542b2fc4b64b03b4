import type { Actor } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { definitionsHeld, fieldDefinitions } from "./queries/definitions";
import { type TopicPriority, topics } from "./queries/topics";
import { isAskedFor } from "./rules/topic";
import { type FieldProblem, problemWords, readValue } from "./rules/value";
import type { FieldDefinition, FieldValue, FieldValues } from "./types";

export type ReadFields = {
  values: Readonly<Record<string, FieldValue | null>>;
  definitions: readonly FieldDefinition[];
};

const refused = (key: string, name: string, says: string) =>
  new AppError("field_value_refused", { detail: { key, name, says: `${name} ${says}` } });

/**
 * Reads what somebody sets into custom fields, each by its type.
 * @throws AppError `field_value_refused` naming the first field that does not take its value.
 */
export async function readFields(
  tx: Transaction,
  wanted: Readonly<Record<string, FieldValue | null>>,
): Promise<ReadFields> {
  const keys = Object.keys(wanted);
  if (keys.length === 0) return { values: {}, definitions: [] };
  const definitions = await definitionsHeld(tx, keys);
  const values: Record<string, FieldValue | null> = {};
  for (const key of keys) {
    const field = definitions.find((one) => one.key === key);
    if (field === undefined || field.leaving) throw refused(key, key, "is gone");
    if (!field.active) throw refused(key, field.name, "is not in use");
    const read = readValue(field, wanted[key] ?? null);
    if ("problem" in read) throw refused(key, field.name, wordsOf(read.problem));
    values[key] = read.value;
  }
  return { values, definitions };
}

/**
 * What somebody fills in when they ask. A customer fills what customers see, and may not leave out
 * what is required; to them every other field does not exist.
 * @throws AppError `field_value_refused`.
 */
export async function readAskedFields(
  tx: Transaction,
  actor: Actor,
  wanted: Readonly<Record<string, FieldValue | null>> | undefined,
  topicId: string | null = null,
): Promise<FieldValues> {
  const given = wanted ?? {};
  if (actor.audience !== "customer") {
    const { values } = await readFields(tx, given);
    return filled(values);
  }
  // Asked through another way than the form (wanted is absent), nothing is required.
  if (wanted === undefined) return {};
  const known = await topics(tx);
  const asked = (await fieldDefinitions(tx)).filter(
    (field) =>
      field.visibleToCustomer &&
      field.active &&
      !field.leaving &&
      isAskedFor(field.key, topicId, known),
  );
  const stranger = Object.keys(given).find((key) => !asked.some((field) => field.key === key));
  if (stranger !== undefined) throw refused(stranger, stranger, "is gone");
  const values = asked.map((field): [string, FieldValue | null] => {
    const read = readValue(field, given[field.key] ?? null);
    if ("problem" in read) throw refused(field.key, field.name, wordsOf(read.problem));
    return [field.key, read.value];
  });
  return filled(Object.fromEntries(values));
}

const filled = (values: Readonly<Record<string, FieldValue | null>>): FieldValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );

const wordsOf = (problem: FieldProblem) => problemWords[problem];

/**
 * Makes tags known that somebody puts on a ticket, and gives them as they are to be put: one that
 * is being renamed comes as its new name.
 * @throws AppError `tag_leaving` for one that is being taken away.
 */
export async function knowTags(
  tx: Transaction,
  tags: readonly string[],
  at: Date,
): Promise<Map<string, string>> {
  const known = new Map(tags.map((tag) => [tag, tag]));
  if (tags.length === 0) return known;
  type Held = { name: string; becomes: string | null; leaving: boolean };
  // One order, so that two who add the same tags wait and do not lock each other out.
  const sorted = [...tags].sort();
  await tx.rows(sql`
    insert into tags (name, created_at)
    select name, ${at} from unnest(${sorted}::text[]) as wanted (name)
    where (select count(*) from tags) < ${limits.tagsKnownMax}
    on conflict (name) do nothing`);
  // Held until the end: none of them begins to leave while it is put on this ticket.
  const held = await tx.rows<Held>(sql`
    select name, becomes, leaving_since is not null as leaving from tags
    where name = any(${sorted}) order by name for share`);
  for (const { name, becomes, leaving } of held) {
    if (!leaving) continue;
    if (becomes === null) throw new AppError("tag_leaving", { detail: { tag: name } });
    known.set(name, becomes);
  }
  return known;
}

/** Nothing has it any more: the tag is forgotten. */
export async function forgetTag(tx: Transaction, name: string): Promise<void> {
  await tx.rows(sql`delete from tags where name = ${name} and leaving_since is not null`);
}

/** Nothing has it any more: the field is forgotten, and its key may be used again. */
export async function forgetField(tx: Transaction, key: string): Promise<void> {
  await tx.rows(sql`delete from custom_fields where key = ${key} and leaving_since is not null`);
}

/** What a leaving tag becomes by now; undefined when it is not leaving. */
export async function leavingTag(
  tx: Transaction,
  name: string,
): Promise<{ becomes: string | null } | undefined> {
  return tx.first(sql`
    select becomes from tags where name = ${name} and leaving_since is not null for share`);
}

export type TopicStart = { teamId: string | null; priority: TopicPriority; tags: string[] };

/**
 * Where a question about a topic begins. Teams and tags that are gone since are left out, and a
 * topic that is gone is none: whoever asks meanwhile shall not learn of it.
 */
export async function topicStart(
  tx: Transaction,
  topicId: string | null | undefined,
): Promise<Partial<TopicStart>> {
  if (!topicId) return {};
  const topic = (await topics(tx)).find(({ id }) => id === topicId);
  if (topic === undefined) return {};
  const [team, tags] = [
    await tx.first<{ id: string }>(sql`
      select id from teams where id = ${topic.teamId} and archived_at is null`),
    await tx.rows<{ name: string }>(sql`
      select name from tags
      where name = any(${topic.tags}::text[]) and leaving_since is null order by name`),
  ];
  return {
    teamId: team?.id ?? null,
    priority: topic.priority,
    tags: tags.map(({ name }) => name),
  };
}
