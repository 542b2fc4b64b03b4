import * as z from "zod";
import { commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";

export const fileStates = ["pending", "uploaded", "checked", "refused"] as const;
export type FileState = (typeof fileStates)[number];

/** A file of a message as its readers see it. */
export const attachmentViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
});
export type AttachmentView = z.output<typeof attachmentViewSchema>;

export const requestUploadSchema = z.object({
  commandId: commandIdSchema,
  name: z.string().max(limits.fileNameCharsMax),
  /** What the browser believes it to be; never trusted. */
  type: z.string().max(limits.fileTypeCharsMax).default(""),
  bytes: z.int().nonnegative(),
});

export const completeUploadSchema = z.object({
  commandId: commandIdSchema,
  attachmentId: z.uuid(),
});
