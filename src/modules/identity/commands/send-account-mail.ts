import * as z from "zod";
import { command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { env } from "@/platform/env";
import { assert } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import { defineLetter, languageOf, wordsOfLetter, writeLetter } from "@/platform/mailer/letters";
import { actorById } from "../queries/actor-by-id";
import { registeredLetter, resetLetter, verifyLetter } from "../rules/account-letters";
import { newSecretToken, verificationOf } from "../steps/secret-token";

const letters = {
  verify: defineLetter(verifyLetter),
  reset: defineLetter(resetLetter),
  registered: defineLetter(registeredLetter),
};

type AccountMail =
  | { kind: "verify"; token: string }
  | { kind: "reset"; token: string }
  | { kind: "registered" };

function pathOf(mail: AccountMail): string {
  if (mail.kind === "registered") return "/sign-in";
  return mail.kind === "verify"
    ? `/verify?token=${mail.token}`
    : `/reset-password?token=${mail.token}`;
}

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
    const person = await tx.first<{ language: string | null; locale: string }>(sql`
      select language, locale from users where id = ${actor.id}`);
    const language = languageOf(person ?? { language: null, locale: "" });
    const written = writeLetter(await wordsOfLetter(tx, letters[mail.kind], language), {
      language,
      values: { "person.name": actor.name, "desk.host": new URL(env().PUBLIC_WEB_URL).host },
      url: new URL(pathOf(mail), env().PUBLIC_WEB_URL).href,
    });
    const secret = mail.kind !== "registered";
    await queueMail(tx, { kind: mail.kind, to: actor.email, ...written, secret }, now);
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
