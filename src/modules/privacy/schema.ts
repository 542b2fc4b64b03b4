import * as z from "zod";
import { commandIdSchema } from "@/platform/command";

export const requestExportSchema = z.object({ commandId: commandIdSchema });
export const ofExportSchema = z.object({ commandId: commandIdSchema, exportId: z.uuid() });
export const deleteAccountSchema = z.object({
  commandId: commandIdSchema,
  userId: z.uuid(),
  /** One's own address, typed again: nobody deletes an account by a click beside another. */
  email: z.string().trim().max(320),
});
