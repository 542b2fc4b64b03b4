import { dropDraftsOf } from "@/modules/conversations";
import { erasePerson, thenApplyAccess } from "@/modules/identity";
import { forgetComments } from "@/modules/satisfaction";
import { tellRequesterLeft } from "@/modules/tickets";
import { command } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { chooseLanguage } from "@/platform/i18n/client";
import { queueMail } from "@/platform/mailer";
import { wordsOfLetter, writeLetter } from "@/platform/mailer/letters";
import { letters } from "../queries/letters";
import { deleteAccountSchema } from "../schema";

/**
 * Deletes somebody's account at their own wish: nobody can sign in with it, and nothing says who
 * they were. Their requests stay with what was said there, without a name.
 * @throws AppError `address_differs` when what they typed is not their address.
 */
export const deleteAccount = thenApplyAccess(
  command("privacy.deleteAccount", deleteAccountSchema, async (tx, { actor, now }, input) => {
    // Who works here leaves by an admin, who hands over what they hold.
    if (actor.audience !== "customer" || input.userId !== actor.id) throw new AppError("forbidden");
    if (input.email.toLowerCase() !== actor.email.toLowerCase())
      throw new AppError("address_differs");
    const before = await erasePerson(tx, { actor, now });
    await tellRequesterLeft(tx, { actor, now }, actor.id);
    await dropDraftsOf(tx, actor.id);
    await forgetComments(tx, actor.id);
    await tx.rows(sql`delete from data_exports where person_id = ${actor.id}`);
    const language = chooseLanguage({ account: before.language });
    const desk = await tx.first<{ name: string }>(sql`select name from workspace`);
    const written = writeLetter(await wordsOfLetter(tx, letters.deleted, language), {
      language,
      values: { "person.name": before.name, "desk.name": desk?.name ?? "" },
    });
    // Locked until it is sent and then empty: it is the last that names them.
    const mail = { kind: letters.deleted.kind, to: before.email, ...written, secret: true };
    await queueMail(tx, mail, now);
    return { userId: actor.id };
  }),
);
