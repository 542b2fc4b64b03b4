import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";

/** Records that sessions say what the event told, so that it is not asked for again. */
export const noteAccessApplied = command(
  "identity.noteAccessApplied",
  z.object({ commandId: commandIdSchema, eventId: z.uuid() }),
  async (tx, _, { eventId }) => {
    await once(tx, "identity", eventId);
    return { eventId };
  },
);
