import * as z from "zod";
import { commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";

export const rateSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  resolutionAt: z.iso.datetime(),
  isGood: z.boolean(),
  comment: z.string().trim().max(limits.ratingCommentCharsMax),
});

export const saveSettingsSchema = z.object({
  commandId: commandIdSchema,
  asks: z.boolean(),
  delayMinutes: z.int().min(0).max(limits.ratingDelayMinutesMax),
});

export const summarySchema = z.object({ days: z.int().min(1).max(limits.ratingDaysMax) });
export const commentsSchema = z.object({ cursor: z.string().max(200).optional() });
export const ofTicketSchema = z.object({ ticketId: z.uuid() });
