import * as z from "zod";
import { type CommandContext, type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { languages } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { colleaguesChanged } from "../events";
import { accentInstead, isColour } from "../rules/accent";
import { changesOf, type WorkspaceChange, type WorkspaceFields } from "../rules/changes";
import type { Trouble } from "../rules/trouble";

/** Whether the database can keep it. */
const isWhole = (text: string) => !/\p{Cs}|\0/u.test(text);

const schema = z.object({
  commandId: commandIdSchema,
  version: z.int(),
  name: z.string().trim().min(1).max(limits.nameCharsMax).refine(isWhole, "Not a text."),
  accent: z.string().toLowerCase().refine(isColour, "Write a colour like #0b6b68.").nullable(),
  languages: z
    .array(z.enum(languages))
    .min(1)
    .max(languages.length)
    .refine((given) => new Set(given).size === given.length),
  colleaguesShare: z.boolean(),
  /** What is known to be wrong just now, for customers; a language without words is left out. */
  trouble: z
    .partialRecord(z.enum(languages), z.string().trim().max(limits.troubleCharsMax).refine(isWhole))
    .transform(
      (given): Trouble =>
        Object.fromEntries(Object.entries(given).filter(([, text]) => text !== "")),
    ),
});

type Stored = { accent: string | null; colleagues_share: boolean } & Pick<
  WorkspaceFields,
  "name" | "languages" | "trouble"
> & { version: number; logo_type: string | null };

/** @throws AppError `settings_changed` when somebody saved meanwhile. */
export async function workspaceForUpdate(tx: CommandTx, version: number): Promise<Stored> {
  const row = await tx.first<Stored>(sql`
    select name, accent, languages, colleagues_share, trouble, version, logo_type
    from workspace for update`);
  if (row === undefined || row.version !== version) throw new AppError("settings_changed");
  return row;
}

/** Keeps who changed what, in words. */
export async function noteChanges(
  tx: CommandTx,
  { actor, now }: CommandContext,
  changes: readonly WorkspaceChange[],
): Promise<void> {
  for (const { field, before, after } of changes)
    await tx.rows(sql`
      insert into workspace_changes (id, changed_at, actor_id, actor_name, field, before, after)
      values (${newId(now.getTime())}, ${now}, ${actor.id}, ${actor.name}, ${field}, ${before},
        ${after})`);
}

/**
 * What the installation is called and looks like to customers, from the next page on.
 * @throws AppError `accent_refused` with a colour that could be read.
 */
export const saveWorkspace = command("workspace.save", schema, async (tx, context, input) => {
  const { version, name, accent, languages: offered, colleaguesShare, trouble } = input;
  const instead = accent === null ? null : accentInstead(accent);
  if (instead !== null)
    throw new AppError("accent_refused", { detail: { says: `${instead} could be read`, instead } });
  const stored = await workspaceForUpdate(tx, version);
  const before = { ...stored, colleaguesShare: stored.colleagues_share };
  const changes = changesOf(before, {
    ...{ name, accent, languages: offered, colleaguesShare, trouble },
  });
  if (changes.length === 0) return { version };
  await noteChanges(tx, context, changes);
  await tx.rows(sql`
    update workspace set name = ${name}, accent = ${accent}, languages = ${offered},
      colleagues_share = ${colleaguesShare}, trouble = ${JSON.stringify(trouble)}::jsonb,
      version = version + 1, updated_at = ${context.now}`);
  if (colleaguesShare !== stored.colleagues_share)
    tx.append(colleaguesChanged.make({ organizationId: null }));
  return { version: version + 1 };
});
