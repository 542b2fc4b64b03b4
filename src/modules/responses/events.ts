import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

/** Canned responses or macros are not what they were: whoever offers them asks again. */
export const responsesChanged = defineEvent({
  name: "responses.changed",
  version: 1,
  payload: z.object({ kind: z.enum(["response", "macro"]), id: z.uuid() }),
});
