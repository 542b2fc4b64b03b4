import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { mustConfigure } from "../access";
import { topicPriorities } from "../queries/topics";
import { fieldKeySchema, tagSchema, wholeText } from "../schema";
import { knowTags } from "../steps";

const nameSchema = wholeText.trim().min(1).max(limits.fieldNameCharsMax);

const schema = z.object({
  commandId: commandIdSchema,
  /** Absent for a new one. */
  id: z.uuid().nullable(),
  names: z.object({ en: nameSchema, de: nameSchema.optional(), es: nameSchema.optional() }),
  fieldKeys: z.array(fieldKeySchema).max(limits.customFieldsMax),
  teamId: z.uuid().nullable(),
  priority: z.enum(topicPriorities),
  tags: z.array(tagSchema).max(limits.tagsPerTicketMax),
});

type Wanted = z.output<typeof schema>;

/** @throws AppError `not_found` naming a field or a team that is gone. */
async function mustExist(tx: CommandTx, { fieldKeys, teamId }: Wanted): Promise<void> {
  const known = await tx.rows<{ key: string }>(sql`
    select key from custom_fields
    where key = any(${fieldKeys}::text[]) and visible_to_customer and leaving_since is null`);
  const stranger = fieldKeys.find((key) => known.every((field) => field.key !== key));
  if (stranger !== undefined)
    throw new AppError("not_found", { detail: { says: `Customers have no field ${stranger}` } });
  if (teamId === null) return;
  const team = await tx.first(sql`
    select id from teams where id = ${teamId} and archived_at is null for share`);
  if (team === undefined)
    throw new AppError("not_found", { detail: { says: "That team is gone" } });
}

/** Makes a topic, or changes one: what it is called, what it asks, and where its questions go. */
export const saveTopic = command("topics.save", schema, async (tx, { actor, now }, input) => {
  mustConfigure(actor);
  await mustExist(tx, input);
  await knowTags(tx, input.tags, now);
  const { names, fieldKeys, teamId, priority, tags } = input;
  if (input.id !== null) {
    const changed = await tx.first(sql`
      update topics set names = ${JSON.stringify(names)}, field_keys = ${fieldKeys},
        team_id = ${teamId}, priority = ${priority}, tags = ${tags}, updated_at = ${now}
      where id = ${input.id} returning id`);
    if (changed === undefined) throw new AppError("not_found");
    return { id: input.id };
  }
  const known = await tx.first<{ count: number; place: number }>(sql`
    select count(*)::int as count, coalesce(max(place), 0) + 1 as place from topics`);
  if ((known?.count ?? 0) >= limits.topicsMax)
    throw new AppError("limit_reached", { detail: { limit: limits.topicsMax } });
  const id = newId(now.getTime());
  await tx.rows(sql`
    insert into topics (id, names, field_keys, team_id, priority, tags, place, created_at,
      updated_at)
    values (${id}, ${JSON.stringify(names)}, ${fieldKeys}, ${teamId}, ${priority}, ${tags},
      ${known?.place ?? 1}, ${now}, ${now})`);
  return { id };
});

const removeSchema = z.object({ commandId: commandIdSchema, id: z.uuid() });

/** Takes a topic out of the choice; what was asked about it stays as it is. */
export const removeTopic = command("topics.remove", removeSchema, async (tx, { actor }, { id }) => {
  mustConfigure(actor);
  const gone = await tx.first(sql`delete from topics where id = ${id} returning id`);
  if (gone === undefined) throw new AppError("not_found");
  return { id };
});
