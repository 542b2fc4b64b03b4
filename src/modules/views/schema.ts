import * as z from "zod";
import { ticketSorts } from "@/modules/tickets";
import { commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";
import { pinsMax } from "./rules/pins";
import { audiences } from "./rules/view";

const content = z.object({
  name: z.string().trim().min(1).max(limits.viewNameCharsMax),
  filter: z.string().trim().max(limits.filterCharsMax),
  sort: z.enum(ticketSorts),
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

export const countSchema = z.object({ filter: z.string().max(limits.filterCharsMax) });
