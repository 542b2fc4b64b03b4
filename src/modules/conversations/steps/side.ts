import { attachToMessage } from "@/modules/files";
import { asideChanged } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import type { CommandTx } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { newId } from "@/platform/ids";
import { sideSpoken } from "../events";
import type { Body } from "../steps";

export type Side = {
  id: string;
  ticketId: string;
  number: number;
  subject: string;
  address: string;
  openedBy: string;
};

type Stored = {
  id: string;
  ticket_id: string;
  number: number;
  subject: string;
  address: string;
  opened_by: string;
};

/** A side conversation that is about to change; its ticket stays as it is. */
export async function sideForUpdate(tx: Transaction, sideId: string): Promise<Side | null> {
  const row = await tx.first<Stored>(sql`
    select side.id, side.ticket_id, tickets.number, side.subject, side.address::text as address,
      side.opened_by
    from side_conversations side join tickets on tickets.id = side.ticket_id
    where side.id = ${sideId} for update of side`);
  if (row === undefined) return null;
  const { ticket_id: ticketId, opened_by: openedBy, ...side } = row;
  return { ...side, ticketId, openedBy };
}

type Said = {
  side: Side;
  by: { authorId: string } | { address: string; name: string };
  body: Body;
  /** Whose the files are that come with it. */
  files?: { owner: Actor; ids: readonly string[] } | undefined;
  at: Date;
};

/** Writes what is said in a side conversation, by us or by them, and tells of it. */
export async function speakAside(tx: CommandTx, said: Said): Promise<{ messageId: string }> {
  const { side, by, body, files, at } = said;
  const messageId = newId(at.getTime());
  const ours = "authorId" in by;
  await tx.rows(sql`
    insert into side_messages (id, side_id, author_id, from_address, body_html, body_text,
      created_at)
    values (${messageId}, ${side.id}, ${ours ? by.authorId : null}, ${ours ? null : by.address},
      ${body.html}, ${body.text}, ${at})`);
  if (files !== undefined && files.ids.length > 0)
    await attachToMessage(tx, {
      ...{ actor: files.owner, attachmentIds: files.ids },
      ...{ ticketId: side.ticketId, messageId, filesMax: files.ids.length },
    });
  await tx.rows(sql`
    update side_conversations set last_at = ${at}, answered = ${!ours}, closed_at = null
    where id = ${side.id}`);
  const about = { ticketId: side.ticketId };
  const told = { sideId: side.id, messageId, openedBy: side.openedBy };
  tx.append(
    sideSpoken.make({ ...about, ...told, from: ours ? null : by.name }, about),
    asideChanged.make({ ...about, part: "sides" }, about),
  );
  return { messageId };
}
