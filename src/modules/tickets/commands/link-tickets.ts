import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { readableTickets } from "../access";
import { asideChanged } from "../events";
import { chosenLinkKinds, contradicts, type LinkKind } from "../rules/links";
import type { Ticket } from "../rules/ticket";
import { logActivity } from "../steps";
import { insertLink } from "../steps/links";
import { ticketsForUpdate } from "../steps/merge";

const linkSchema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  otherNumber: z.int().positive().max(Number.MAX_SAFE_INTEGER),
  kind: z.enum(chosenLinkKinds),
  /** Which end this ticket is: an incident is "from" its problem. */
  end: z.enum(["from", "to"]),
});

type About = { actorId: string; at: Date };

/** Tells both histories and whoever has one of the two open. */
async function tellBoth(
  tx: CommandTx,
  about: About,
  what: { kind: "linked" | "unlinked"; link: LinkKind },
  [from, to]: readonly [Pick<Ticket, "id" | "number">, Pick<Ticket, "id" | "number">],
) {
  const ends = [
    { ticketId: from.id, end: "from", number: to.number },
    { ticketId: to.id, end: "to", number: from.number },
  ];
  for (const { ticketId, end, number } of ends) {
    const detail = { link: what.link, end, number };
    await logActivity(tx, { ticketId, ...about }, { kind: what.kind, detail });
    tx.append(asideChanged.make({ ticketId, part: "links" }, { ticketId }));
  }
}

/** Ties two tickets together; the same tie again changes nothing. */
export const linkTickets = command(
  "tickets.link",
  linkSchema,
  async (tx, { actor, now }, { ticketId, otherNumber, kind, end }) => {
    const other = await tx.first<{ id: string }>(sql`
      select id from tickets where number = ${otherNumber} and ${readableTickets(actor)}`);
    if (other === undefined) throw new AppError("ticket_not_found");
    if (other.id === ticketId) throw new AppError("link_not_possible");
    const [mine, theirs] = await ticketsForUpdate(tx, actor, [ticketId, other.id]);
    if (mine === undefined || theirs === undefined) throw new AppError("ticket_not_found");
    // What has no direction is stored in one, so that it is stored once.
    const forth = contradicts(kind) ? end === "from" : mine.id < theirs.id;
    const [from, to] = forth ? [mine, theirs] : [theirs, mine];
    const back = await tx.first(sql`
      select id from ticket_links
      where from_id = ${to.id} and to_id = ${from.id} and kind = ${kind}`);
    if (back !== undefined) throw new AppError("link_not_possible");
    const isNew = await insertLink(tx, {
      fromId: from.id,
      toId: to.id,
      kind,
      by: actor.id,
      at: now,
    });
    const about = { actorId: actor.id, at: now };
    if (isNew) await tellBoth(tx, about, { kind: "linked", link: kind }, [from, to]);
    return { otherId: other.id, isNew };
  },
);

const unlinkSchema = z.object({ commandId: commandIdSchema, linkId: z.uuid() });

/** Unties two tickets; one who is late finds it done. */
export const unlinkTickets = command(
  "tickets.unlink",
  unlinkSchema,
  async (tx, { actor, now }, { linkId }) => {
    const link = await tx.first<{ from_id: string; to_id: string }>(sql`
      select from_id, to_id from ticket_links where id = ${linkId}`);
    if (link === undefined) return { removed: false };
    const [from, to] = await ticketsForUpdate(tx, actor, [link.from_id, link.to_id]);
    if (from === undefined || to === undefined) throw new AppError("ticket_not_found");
    const gone = await tx.first<{ kind: LinkKind }>(sql`
      delete from ticket_links where id = ${linkId} returning kind`);
    if (gone === undefined) return { removed: false };
    const about = { actorId: actor.id, at: now };
    await tellBoth(tx, about, { kind: "unlinked", link: gone.kind }, [from, to]);
    return { removed: true };
  },
);
