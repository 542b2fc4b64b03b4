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
