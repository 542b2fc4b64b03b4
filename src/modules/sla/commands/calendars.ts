import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { promisesChanged } from "../events";
import { compiledCalendar } from "../rules/compiled-calendars";
import { isNeverOpen } from "../rules/never-open";
import { calendarDefinitionSchema, nameSchema } from "../schema";
import { askRecompute } from "../steps/ask-recompute";

type Stored = { id: string; name: string; version: number };

/** Two who save at once wait for each other, also when each makes a new one of the same name. */
async function activeCalendars(tx: CommandTx): Promise<Stored[]> {
  await tx.rows(sql`lock table sla_calendars in share row exclusive mode`);
  return tx.rows<Stored>(sql`
    select id, name, version from sla_calendars where retired_at is null order by id`);
}

const saveSchema = z.object({
  commandId: commandIdSchema,
  /** Null makes a new one. */
  calendarId: z.uuid().nullable(),
  seenVersion: z.int().optional(),
  name: nameSchema,
  definition: calendarDefinitionSchema,
});

/** Makes or changes a calendar; every policy that counts in its hours follows. */
export const saveCalendar = command(
  "sla.saveCalendar",
  saveSchema,
  async (tx, { actor, now }, input) => {
    if (isNeverOpen(compiledCalendar(input.definition), now.getTime()))
      throw new AppError("calendar_never_open");
    const known = await activeCalendars(tx);
    const before = known.find(({ id }) => id === input.calendarId);
    if (input.calendarId !== null && before === undefined) throw new AppError("not_found");
    if (before !== undefined && input.seenVersion !== before.version)
      throw new AppError("settings_changed", { detail: { version: before.version } });
    if (before === undefined && known.length >= limits.slaCalendarsMax)
      throw new AppError("invalid_input", { detail: { fields: ["calendarId"] } });
    const wanted = input.name.toLowerCase();
    if (known.some(({ id, name }) => id !== before?.id && name.toLowerCase() === wanted))
      throw new AppError("name_taken");
    const id = before?.id ?? newId(now.getTime());
    const version = (before?.version ?? 0) + 1;
    const definition = JSON.stringify(input.definition);
    await tx.rows(sql`
      insert into sla_calendars (id, name, version, definition, created_at, updated_at)
      values (${id}, ${input.name}, ${version}, ${definition}, ${now}, ${now})
      on conflict (id) do update set name = excluded.name, version = excluded.version,
        definition = excluded.definition, updated_at = excluded.updated_at`);
    await tx.rows(sql`
      insert into sla_calendar_versions (calendar_id, version, name, definition, actor_id,
        created_at)
      values (${id}, ${version}, ${input.name}, ${definition}, ${actor.id}, ${now})`);
    const by = { id: actor.id, name: actor.name };
    tx.append(promisesChanged.make({ what: "calendar", name: input.name, by }));
    // A calendar that is new is nobody's yet.
    const recomputeId =
      before === undefined
        ? null
        : await askRecompute(tx, { reason: "calendars", actorId: actor.id, now });
    return { calendarId: id, version, recomputeId };
  },
);

/** Takes a calendar away that no policy counts in. */
export const retireCalendar = command(
  "sla.retireCalendar",
  z.object({ commandId: commandIdSchema, calendarId: z.uuid() }),
  async (tx, { actor, now }, { calendarId }) => {
    const calendar = (await activeCalendars(tx)).find(({ id }) => id === calendarId);
    // Somebody else was faster, and it is as both wanted it.
    if (calendar === undefined) return { calendarId };
    const users = await tx.rows<{ name: string }>(sql`
      select name from sla_policies where calendar_id = ${calendarId} and retired_at is null
      order by position limit 10`);
    if (users.length > 0)
      throw new AppError("calendar_in_use", {
        detail: { policies: users.map(({ name }) => name) },
      });
    await tx.rows(sql`update sla_calendars set retired_at = ${now} where id = ${calendarId}`);
    const by = { id: actor.id, name: actor.name };
    tx.append(promisesChanged.make({ what: "calendar", name: calendar.name, by }));
    return { calendarId };
  },
);
