import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";

/** Remembers that an event's pages were cleared, so that upkeep does not ask for it again. */
export const noteCleared = command(
  "knowledge.cleared",
  z.object({ commandId: commandIdSchema, eventId: z.uuid() }),
  async (tx, _context, { eventId }) => ({ first: await once(tx, "knowledge", eventId) }),
);
