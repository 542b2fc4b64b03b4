import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { mustConfigure } from "../access";
import { leavingBegan } from "../events";
import { tagSchema } from "../schema";

const addSchema = z.object({ commandId: commandIdSchema, name: tagSchema });

/** Makes a tag known before any ticket has it. */
export const addTag = command("tags.add", addSchema, async (tx, { actor, now }, { name }) => {
  mustConfigure(actor);
  const known = await tx.first<{ count: number }>(sql`select count(*)::int as count from tags`);
  if ((known?.count ?? 0) >= limits.tagsKnownMax)
    throw new AppError("limit_reached", { detail: { limit: limits.tagsKnownMax } });
  const made = await tx.first(sql`
    insert into tags (name, created_at) values (${name}, ${now})
    on conflict (name) do nothing returning name`);
  if (made === undefined) throw new AppError("name_taken", { detail: { tag: name } });
  return { name };
});

const moveSchema = z.object({
  commandId: commandIdSchema,
  name: tagSchema,
  /** What it becomes: a new name renames it, a known one merges the two, null takes it away. */
  becomes: tagSchema.nullable(),
});

/**
 * Renames, merges or takes away a tag. From now on nobody can put the old one on a ticket; those
 * that have it are changed in the background, and then it is gone.
 */
export const moveTag = command("tags.move", moveSchema, async (tx, { actor, now }, input) => {
  mustConfigure(actor);
  const { name, becomes } = input;
  if (name === becomes) throw new AppError("invalid_input", { detail: { field: "becomes" } });
  if (becomes !== null)
    await tx.rows(sql`
      insert into tags (name, created_at) values (${becomes}, ${now}) on conflict do nothing`);
  type Row = { name: string; leaving: boolean };
  const rows = await tx.rows<Row>(sql`
    select name, leaving_since is not null as leaving from tags
    where name = any(${[name, ...(becomes === null ? [] : [becomes])]}) order by name for update`);
  const moved = rows.find((row) => row.name === name);
  const target = rows.find((row) => row.name === becomes);
  if (moved === undefined) throw new AppError("not_found");
  if (moved.leaving || target?.leaving === true)
    throw new AppError("tag_leaving", { detail: { tag: moved.leaving ? name : becomes } });
  await tx.rows(sql`
    update tags set leaving_since = ${now}, becomes = ${becomes} where name = ${name}`);
  // Who was on the way to this one goes on to where it went.
  await tx.rows(
    sql`update tags set becomes = ${becomes} where becomes = ${name} and name <> ${becomes ?? ""}`,
  );
  // What is asked about a topic goes on having it.
  const after =
    becomes === null
      ? sql`array_remove(tags, ${name})`
      : sql`case when ${becomes} = any(tags) then array_remove(tags, ${name})
          else array_replace(tags, ${name}, ${becomes}) end`;
  await tx.rows(sql`
    update topics set tags = ${after}, updated_at = ${now} where ${name} = any(tags)`);
  tx.append(leavingBegan.make({ about: { kind: "tag", name, becomes }, sinceMs: now.getTime() }));
  return { name, becomes };
});
