import * as z from "zod";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { signingKey } from "@/platform/mailer";

export const signingInput = z.object({ mailboxId: z.uuid() });

/** Whether a mailbox's mails are signed, and what to publish so that others can verify it. */
export async function signingOf({ mailboxId }: z.output<typeof signingInput>) {
  const [mailbox] = await db.read.rows<{ name: string; address: string }>(sql`
    select name, address::text as address from mailboxes where id = ${mailboxId}`);
  if (mailbox === undefined) throw new AppError("not_found");
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf("@") + 1);
  return { ...mailbox, domain, key: await signingKey(domain) };
}
