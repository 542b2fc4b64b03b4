import * as z from "zod";
import { probeTicketsBefore, removeProbeTickets } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { limits } from "@/platform/limits";

/** Removes what probes asked a while ago, a bounded number at a time. Gives how many. */
export const forgetProbes = command(
  "tickets.forgetProbes",
  z.object({ commandId: commandIdSchema }),
  async (tx, { now }) => {
    const ids = await probeTicketsBefore(tx, new Date(now.getTime() - limits.probeTicketKeepMs));
    if (ids.length === 0) return { forgotten: 0 };
    await tx.rows(sql`delete from ticket_messages where ticket_id = any(${ids}::uuid[])`);
    await removeProbeTickets(tx, ids);
    return { forgotten: ids.length };
  },
);
