import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { env } from "@/platform/env";
import { assert } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { bodiesOf, queueMail } from "@/platform/mailer";
import { actorById } from "../queries/actor-by-id";
import { type AccountMail, accountLetter } from "../rules/account-letters";
import { newSecretToken, verificationOf } from "../steps/secret-token";

const schema = z.object({
  commandId: commandIdSchema,
  mail: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("verify"), token: z.string() }),
    z.object({ kind: z.literal("reset"), token: z.string() }),
    z.object({ kind: z.literal("registered") }),
  ]),
});

/** Queues a mail to the actor's own address; a link to confirm it is kept with it, as a hash. */
const queueAccountMail = command(
  "identity.mailAccount",
  schema,
  async (tx, { actor, now }, { mail }) => {
    if (mail.kind === "verify") {
      const expiresAt = new Date(now.getTime() + limits.verifyLinkMs);
      await tx.rows(sql`
        insert into verifications (id, identifier, value, expires_at, created_at, updated_at)
        values (${newId(now.getTime())}, ${verificationOf(mail.token)}, ${actor.id}, ${expiresAt},
          ${now}, ${now})`);
    }
    const { subject, paragraphs, action } = accountLetter(mail);
    const url = new URL(action.path, env().PUBLIC_WEB_URL).href;
    const bodies = bodiesOf({
      greeting: `Hello ${actor.name},`,
      paragraphs,
      action: { label: action.label, url },
      foot: `InsightDesk at ${new URL(env().PUBLIC_WEB_URL).host}`,
    });
    const secret = mail.kind !== "registered";
    await queueMail(tx, { kind: mail.kind, to: actor.email, subject, ...bodies, secret }, now);
    return { sent: true };
  },
);

type Wanted = Exclude<AccountMail, { kind: "verify" }> | { kind: "verify" };

export async function sendAccountMail(userId: string, wanted: Wanted): Promise<void> {
  const actor = await actorById(userId);
  assert(actor !== null, "a mail about an account goes to somebody");
  const mail = wanted.kind === "verify" ? { ...wanted, token: newSecretToken() } : wanted;
  await queueAccountMail.execute(actor, { commandId: newId(), mail });
}
