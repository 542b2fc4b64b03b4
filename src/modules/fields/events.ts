import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

/** Custom fields are not what they were: whoever shows them asks again. */
export const fieldsChanged = defineEvent({
  name: "fields.changed",
  version: 1,
  payload: z.object({ key: z.string() }),
});

/** Something begins to leave all tickets: a tag (which may become another), or a custom field. */
export const leavingBegan = defineEvent({
  name: "fields.leaving_began",
  version: 1,
  payload: z.object({
    about: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("tag"), name: z.string(), becomes: z.string().nullable() }),
      z.object({ kind: z.literal("field"), key: z.string() }),
    ]),
    sinceMs: z.int(),
  }),
});
