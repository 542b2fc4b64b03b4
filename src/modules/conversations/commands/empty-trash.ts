import * as z from "zod";
import { withdrawFile } from "@/modules/files";
import { emptyTickets, trashedBefore } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { changeMails } from "@/platform/mailer";
import { wordsRemoved } from "../events";

type File = { id: string; message_id: string; ticket_id: string };

const nothing = () => "";

/**
 * Empties what has been in the trash for long enough, a bounded number at a time: what was said and
 * sent in those tickets is gone for good, with what is kept of it elsewhere. Gives how many.
 */
export const emptyTrash = command(
  "tickets.emptyTrash",
  z.object({ commandId: commandIdSchema }),
  async (tx, { now }) => {
    const ids = await trashedBefore(tx, new Date(now.getTime() - limits.ticketTrashMs));
    if (ids.length === 0) return { emptied: 0 };
    await tx.rows(sql`
      update ticket_messages set body_html = '', body_text = '', source = null
      where ticket_id = any(${ids}::uuid[])`);
    const files = await tx.rows<File>(sql`
      select id, message_id, ticket_id from attachments where ticket_id = any(${ids}::uuid[])`);
    for (const { id, message_id, ticket_id } of files) {
      await withdrawFile(tx, { attachmentId: id, messageId: message_id });
      tx.append(
        wordsRemoved.make({ ticketIds: [ticket_id], attachmentId: id }, { ticketId: ticket_id }),
      );
    }
    // No mail about other tickets says an id that was made just now.
    await changeMails(tx, ids, newId(), { text: () => "Deleted", html: nothing });
    await emptyTickets(tx, ids, now);
    tx.append(wordsRemoved.make({ ticketIds: ids, attachmentId: null }));
    return { emptied: ids.length };
  },
);
