import * as z from "zod";
import { command, commandIdSchema, once } from "@/platform/command";
import { readAgain } from "../steps/read-again";

/** Reads a ticket's clocks after something happened to it; the same event twice has one effect. */
export const followEvent = command(
  "sla.follow",
  z.object({ commandId: commandIdSchema, eventId: z.uuid(), ticketId: z.uuid() }),
  async (tx, { now }, { eventId, ticketId }) => {
    if (!(await once(tx, "sla", eventId))) return { moved: 0 };
    return { moved: await readAgain(tx, [ticketId], now, false) };
  },
);
