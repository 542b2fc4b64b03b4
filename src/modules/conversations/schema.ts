import * as z from "zod";

export const messageKinds = ["reply", "note"] as const;
export type MessageKind = (typeof messageKinds)[number];

const attachmentViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
});

/** A message as people read it. `html` is null when it is too long to travel in an event. */
export const messageViewSchema = z.object({
  id: z.uuid(),
  ticketId: z.uuid(),
  kind: z.enum(messageKinds),
  state: z.enum(["held", "released", "redacted"]),
  author: z.object({ id: z.uuid(), name: z.string(), side: z.enum(["customer", "staff"]) }),
  html: z.string().nullable(),
  releaseAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  attachments: z.array(attachmentViewSchema),
});
export type MessageView = z.output<typeof messageViewSchema>;

/** What somebody writes and has not sent. `body` is null when it is too long to travel in a list. */
export const draftViewSchema = z.object({
  ticketId: z.uuid(),
  number: z.int(),
  subject: z.string(),
  requesterName: z.string(),
  kind: z.enum(messageKinds),
  body: z.string().nullable(),
  /** Its beginning on one line, for lists. */
  words: z.string(),
  files: z.array(attachmentViewSchema),
  /** The last message that its author had seen when it was begun. */
  after: z.uuid().nullable(),
  version: z.int(),
  savedAt: z.iso.datetime(),
});
export type DraftView = z.output<typeof draftViewSchema>;
