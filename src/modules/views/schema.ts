import * as z from "zod";
import { columnId, columnsMax, columnWidths, ticketSorts } from "@/modules/tickets";
import { commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";
import type { Display, Displays } from "./rules/display";
import { pinsMax } from "./rules/pins";
import { audiences } from "./rules/view";

const column = z.object({
  id: z.string().regex(columnId),
  width: z.int().min(columnWidths.min).max(columnWidths.max),
});
const displaySchema = z.object({
  table: z.boolean(),
  columns: z
    .array(column)
    .max(columnsMax)
    .refine((columns) => new Set(columns.map(({ id }) => id)).size === columns.length, {
      message: "A column stands in a table once.",
    })
    .readonly(),
});

/** A stored display; one that this edition cannot read is as if nobody had chosen. */
export const displayIn = (stored: unknown): Display | null =>
  displaySchema.safeParse(stored).data ?? null;
const stored = z.record(z.string(), z.unknown()).catch({});
export function displaysIn(given: unknown): Displays {
  const known = Object.entries(stored.parse(given)).flatMap(([id, one]) => {
    const display = displayIn(one);
    return display === null ? [] : [[id, display] as const];
  });
  return Object.fromEntries(known);
}

const content = z.object({
  name: z.string().trim().min(1).max(limits.viewNameCharsMax),
  filter: z.string().trim().max(limits.filterCharsMax),
  sort: z.enum(ticketSorts),
  /** Left out, it stays as it is. */
  display: displaySchema.optional(),
  audience: z.enum(audiences),
  teamId: z.uuid().nullable(),
});

const teamFits = ({ audience, teamId }: { audience: string; teamId: string | null }) =>
  (audience === "team") === (teamId !== null);
const teamWords = { message: "Only a team's view has a team, and it needs one.", path: ["teamId"] };

export const createViewSchema = content
  .extend({ commandId: commandIdSchema })
  .refine(teamFits, teamWords);

export const changeViewSchema = content
  .extend({
    commandId: commandIdSchema,
    viewId: z.uuid(),
    /** The version that was on the screen. */
    version: z.int().positive(),
  })
  .refine(teamFits, teamWords);

export const removeViewSchema = z.object({ commandId: commandIdSchema, viewId: z.uuid() });

export const pinViewSchema = z.object({
  commandId: commandIdSchema,
  viewId: z.string().min(1).max(40),
  place: z.int().min(1).max(pinsMax).nullable(),
});

export const displayViewSchema = z.object({
  commandId: commandIdSchema,
  viewId: z.string().min(1).max(40),
  /** Null gives up one's own. */
  display: displaySchema.nullable(),
});

export const countSchema = z.object({ filter: z.string().max(limits.filterCharsMax) });
