import * as z from "zod";
import { statusSchema } from "@/modules/tickets";
import { mailChoices } from "./rules/choices";
import { reasons } from "./rules/reasons";

export const reasonSchema = z.enum(reasons);
const time = z.iso.datetime();

/** A row of the inbox: a ticket, and why it is here. */
export const notificationViewSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  ticket: z.object({
    id: z.uuid(),
    number: z.int(),
    subject: z.string(),
    status: statusSchema,
    requesterName: z.string(),
    version: z.int(),
  }),
  reason: reasonSchema,
  byName: z.string().nullable(),
  words: z.string(),
  news: z.int(),
  unread: z.boolean(),
  at: time,
});
export type NotificationView = z.output<typeof notificationViewSchema>;

const minute = z.int().min(0).max(1_439);

/** What differs from the usual, as the table keeps it. */
const choiceChangeSchema = z.object({
  app: z.boolean().optional(),
  desktop: z.boolean().optional(),
  mail: z.enum(mailChoices).optional(),
});
export const keptChoicesSchema = z.partialRecord(reasonSchema, choiceChangeSchema);

/** One setting at a time; what is not named stays. */
export const settingsChangeSchema = z.object({
  choices: keptChoicesSchema.optional(),
  quiet: z
    .object({ fromMinute: minute, untilMinute: minute })
    .refine(({ fromMinute, untilMinute }) => fromMinute !== untilMinute, {
      message: "Quiet hours need a beginning and an end that differ.",
    })
    .nullable()
    .optional(),
  digestMinute: minute.optional(),
});

const noticedAbroad = z.object({ title: z.string(), says: z.string() });

/** What those who run the installation are told; `good` says that something is over. */
export const operatorNoticeSchema = z.object({
  level: z.enum(["good", "warning", "critical"]),
  title: z.string(),
  says: z.string(),
  path: z.string(),
  /** The same in the other languages of letters; where it is missing, letters say it in English. */
  abroad: z.object({ de: noticedAbroad, es: noticedAbroad }).nullable().default(null),
});
export type Notice = z.output<typeof operatorNoticeSchema>;
