import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { keepSigningKey, newKeyPair, switchSigning } from "@/platform/mailer";

const mailboxSchema = z.object({ commandId: commandIdSchema, mailboxId: z.uuid() });

async function domainOf(tx: Transaction, mailboxId: string): Promise<string> {
  const mailbox = await tx.first<{ domain: string }>(sql`
    select split_part(address::text, '@', 2) as domain from mailboxes where id = ${mailboxId}`);
  if (mailbox === undefined) throw new AppError("not_found");
  return mailbox.domain;
}

const selector = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);

/** To find a key costs a processor its time: what is not asked for properly is not begun. */
export const makeKeySchema = z.strictObject({ ...mailboxSchema.shape, selector });

const keeping = (pair: Awaited<ReturnType<typeof newKeyPair>>) =>
  command("signing.make", makeKeySchema, async (tx, { actor, now }, input) => {
    const domain = await domainOf(tx, input.mailboxId);
    const about = { domain, selector: input.selector, byId: actor.id, at: now };
    await keepSigningKey(tx, pair, about);
    return { domain };
  });

/** A new key for a mailbox's domain; a key that was there is worth nothing from now on. */
export async function makeKey(actor: Actor, input: z.output<typeof makeKeySchema>) {
  return keeping(await newKeyPair()).execute(actor, input);
}

/** Switches signing on, when the record is published, or off. */
export const switchKey = command(
  "signing.switch",
  mailboxSchema.extend({ enabled: z.boolean() }),
  async (tx, _, { mailboxId, enabled }) => {
    const domain = await domainOf(tx, mailboxId);
    if (!(await switchSigning(tx, { domain, enabled }))) throw new AppError("not_found");
    return { domain };
  },
);
