import * as z from "zod";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { mailArrived } from "../events";
import type { RawMailState } from "../queries/stored-mail";
import { blockSchema, rawMailSchema } from "../schema";

type Judged = { state: RawMailState; round: number; bytes: number };

/** A mail in one of the states in which it may be judged so; in another one it is as none. */
async function judged(
  tx: CommandTx,
  rawMailId: string,
  states: readonly RawMailState[],
): Promise<Judged> {
  const row = await tx.first<Judged>(sql`
    select state, round, bytes from raw_mails where id = ${rawMailId} for update`);
  if (row === undefined || !states.includes(row.state)) throw new AppError("not_found");
  return row;
}

/**
 * Takes a mail in after all: one that could not be read is tried again, one that was held back is
 * let through and its sender not asked about any more.
 */
export const readAgain = command(
  "mail.readAgain",
  rawMailSchema,
  async (tx, { actor }, { rawMailId }) => {
    const { state, round, bytes } = await judged(tx, rawMailId, ["quarantined", "suspended"]);
    // Of a mail that was too large only the head is here.
    if (bytes > limits.rawMailBytesMax) throw new AppError("payload_too_large");
    const releasedBy = state === "suspended" ? actor.id : null;
    await tx.rows(sql`
      update raw_mails set state = 'stored', round = round + 1, reason = null,
        released_by = coalesce(${releasedBy}, released_by), decided_at = null
      where id = ${rawMailId}`);
    tx.append(mailArrived.make({ rawMailId, round: round + 1 }));
    return { rawMailId };
  },
);

/** Puts a mail that nobody wants into the trash, where it lies for a while. */
export const trashMail = command(
  "mail.trash",
  rawMailSchema,
  async (tx, { now }, { rawMailId }) => {
    await judged(tx, rawMailId, ["quarantined", "suspended"]);
    await tx.rows(sql`
      update raw_mails set state = 'trashed', trashed_at = ${now} where id = ${rawMailId}`);
    return { rawMailId };
  },
);

/** Takes it out again; it then waits to be let through. */
export const restoreMail = command(
  "mail.restore",
  rawMailSchema,
  async (tx, _context, { rawMailId }) => {
    const { bytes } = await judged(tx, rawMailId, ["trashed"]);
    const state = bytes > limits.rawMailBytesMax ? "quarantined" : "suspended";
    await tx.rows(sql`
      update raw_mails set state = ${state}, trashed_at = null where id = ${rawMailId}`);
    return { rawMailId };
  },
);

/** From now on mail of this address, or of all of a domain, waits for an admin. */
export const blockSender = command(
  "mail.block",
  blockSchema,
  async (tx, { actor, now }, { pattern }) => {
    const ours = await tx.first(sql`
      select id from mailboxes where address = ${pattern} or ('@' || split_part(address::text, '@', 2)) = ${pattern} limit 1`);
    // Who blocks us blocks what we forward to ourselves.
    if (ours !== undefined) throw new AppError("invalid_input", { detail: { field: "pattern" } });
    const id = newId(now.getTime());
    await tx.rows(sql`
      insert into blocked_senders (id, pattern, created_by, created_at)
      values (${id}, ${pattern}, ${actor.id}, ${now}) on conflict (pattern) do nothing`);
    return { pattern };
  },
);

const unblockSchema = z.object({ commandId: commandIdSchema, blockedId: z.uuid() });

export const unblockSender = command(
  "mail.unblock",
  unblockSchema,
  async (tx, _context, { blockedId }) => {
    const gone = await tx.rows(sql`
      delete from blocked_senders where id = ${blockedId} returning id`);
    if (gone.length === 0) throw new AppError("not_found");
    return { blockedId };
  },
);
