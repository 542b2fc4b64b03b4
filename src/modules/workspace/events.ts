import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

/**
 * Who reads colleagues' requests is not who did: in one organization, or in all (null). Customers' open
 * pages come in anew, as far as they still may.
 */
export const colleaguesChanged = defineEvent({
  name: "workspace.colleagues_changed",
  version: 1,
  payload: z.object({ organizationId: z.uuid().nullable() }),
});
