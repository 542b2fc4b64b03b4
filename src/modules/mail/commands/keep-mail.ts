import { createHash } from "node:crypto";
import * as z from "zod";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { mailArrived } from "../events";

const keepSchema = z.object({
  commandId: commandIdSchema,
  mailboxId: z.uuid(),
  cameBy: z.enum(["smtp", "imap"]),
  envelopeFrom: z.string().max(320).nullable(),
  envelopeTo: z.array(z.string().max(320)).max(100),
  peer: z.string().max(64).nullable(),
  helo: z.string().max(255).nullable(),
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  /** Why nobody reads it; it is kept for admins to see. */
  refused: z.string().nullable(),
});

export type Arrival = {
  mailboxId: string;
  cameBy: "smtp" | "imap";
  envelopeFrom?: string | null;
  envelopeTo?: readonly string[];
  /** The server that handed it over: its address, and the name that it gave itself. */
  peer?: { address: string; helo: string | null };
};

const keeping = (content: Uint8Array) =>
  command("mail.keep", keepSchema, async (tx, { now }, input) => {
    const id = newId(now.getTime());
    const kept = await tx.first<{ id: string }>(sql`
      insert into raw_mails (id, mailbox_id, came_by, received_at, envelope_from, envelope_to,
        peer, helo, sha256, bytes, state, reason)
      values (${id}, ${input.mailboxId}, ${input.cameBy}, ${now}, ${input.envelopeFrom},
        ${input.envelopeTo}::text[], ${input.peer}, ${input.helo}, ${input.sha256}, ${input.bytes},
        ${input.refused === null ? "stored" : "quarantined"}, ${input.refused})
      on conflict (mailbox_id, sha256) do nothing
      returning id`);
    if (kept === undefined) return { isNew: false };
    await tx.rows(sql`
      insert into raw_mail_contents (raw_mail_id, content) values (${id}, ${Buffer.from(content)})`);
    if (input.refused === null) tx.append(mailArrived.make({ rawMailId: id, round: 1 }));
    return { isNew: true };
  });

async function keep(
  content: Uint8Array,
  { mailboxId, cameBy, envelopeFrom = null, envelopeTo = [], peer }: Arrival,
  about: { bytes: number; refused: string | null },
): Promise<{ isNew: boolean }> {
  return keeping(content).execute(systemActor, {
    commandId: newId(),
    ...{ mailboxId, cameBy, envelopeTo: [...envelopeTo], ...about },
    envelopeFrom: envelopeFrom?.slice(0, 320) ?? null,
    peer: peer?.address.slice(0, 64) ?? null,
    helo: peer?.helo?.slice(0, 255) ?? null,
    sha256: createHash("sha256").update(content).digest("base64url"),
  });
}

/**
 * Keeps a mail as it came, with everything that follows from it, before anybody is told that it
 * was taken. It lies in the database and not beside it: what was promised to its sender is then as
 * safe as a ticket. The same mail again is kept once.
 */
export function keepMail(content: Uint8Array, arrival: Arrival): Promise<{ isNew: boolean }> {
  return keep(content, arrival, { bytes: content.byteLength, refused: null });
}

/** Of a mail that is larger than we take, its head, so that admins see whose it is. */
export function keepTooLarge(
  head: Uint8Array,
  arrival: Arrival,
  bytes: number,
): Promise<{ isNew: boolean }> {
  const megabytes = Math.ceil(bytes / 1_000_000);
  const refused = `It has ${megabytes} MB, more than we take. It is still in the mailbox.`;
  return keep(head, arrival, { bytes, refused });
}
