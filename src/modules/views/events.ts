import * as z from "zod";
import { defineEvent } from "@/platform/outbox";
import { audiences } from "./rules/view";

const seenBy = z.enum(audiences);

/** A view came, changed or went; whoever may see it asks for the list again. */
export const viewsChanged = defineEvent({
  name: "views.changed",
  version: 1,
  payload: z.object({
    ownerId: z.uuid(),
    /** Who saw it before, and who sees it now. */
    audiences: z.array(seenBy).min(1).max(2),
  }),
});
