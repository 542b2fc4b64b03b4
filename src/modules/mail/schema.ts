import * as z from "zod";
import { emailSchema } from "@/modules/identity";
import { commandIdSchema } from "@/platform/command";
import { limits } from "@/platform/limits";

const imapSchema = z.object({
  host: z.string().trim().min(1).max(limits.hostCharsMax),
  port: z.int().min(1).max(65_535),
  secure: z.boolean(),
  user: z.string().trim().min(1).max(limits.emailCharsMax),
  /** Null keeps the one that is stored; it is never shown again. */
  password: z.string().min(1).max(limits.passwordCharsMax).nullable(),
  folder: z.string().trim().min(1).max(limits.folderCharsMax).default("INBOX"),
});

export const saveMailboxSchema = z.object({
  commandId: commandIdSchema,
  /** Null makes a new one; else the version that was read. */
  held: z.object({ id: z.uuid(), version: z.int().positive() }).nullable(),
  name: z.string().trim().min(1).max(limits.mailboxNameCharsMax),
  address: emailSchema,
  fromName: z.string().trim().max(limits.nameCharsMax),
  isDefault: z.boolean(),
  enabled: z.boolean(),
  /** Whether we find out who really sent what comes in. */
  checksSenders: z.boolean().default(true),
  /** The server, by the name in its Authentication-Results, whose findings are believed instead. */
  resultsFrom: z
    .string()
    .trim()
    .max(limits.hostCharsMax)
    .regex(/^[^\s;]*$/)
    .transform((name) => (name === "" ? null : name.toLowerCase()))
    .nullable()
    .default(null),
  /** Null where other servers hand its mail over to us. */
  imap: imapSchema.nullable(),
});

export const testMailboxSchema = z.object({
  commandId: commandIdSchema,
  mailboxId: z.uuid().nullable(),
  imap: imapSchema,
});

export const mailPageSchema = z.object({
  state: z.enum(["decided", "quarantined", "suspended", "trashed"]),
  cursor: z.object({ at: z.iso.datetime(), id: z.uuid() }).optional(),
});

export const blockedPageSchema = mailPageSchema.pick({ cursor: true });

export const rawMailSchema = z.object({ commandId: commandIdSchema, rawMailId: z.uuid() });

/** An address, or a domain behind an @. */
export const blockSchema = z.object({
  commandId: commandIdSchema,
  pattern: z
    .string()
    .trim()
    .toLowerCase()
    .max(limits.blockedPatternCharsMax)
    .regex(/^[^\s@]*@[^\s@]+$/),
});
