import * as z from "zod";
import { emailSchema } from "@/modules/identity";
import { asideChanged, logActivity, ticketForUpdate } from "@/modules/tickets";
import { command, commandIdSchema } from "@/platform/command";
import { cleanedToText, markdownToHtml } from "@/platform/content";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { readLanguage } from "@/platform/i18n/client";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import { wordsOfLetter, writeLetter } from "@/platform/mailer/letters";
import { letters } from "../queries/letters";
import { oursAmong, senderOf } from "../queries/sender";
import { forwarded } from "../rules/forwarded";
import { messageForMail, replyWithItsPast } from "../steps/message-to-mail";

const schema = z.object({
  commandId: commandIdSchema,
  ticketId: z.uuid(),
  messageId: z.uuid(),
  to: z.array(emailSchema).min(1).max(limits.forwardAddressesMax),
  /** What one says about it, in Markdown. */
  words: z.string().max(limits.bodyCharsMax).default(""),
});

/**
 * Passes a public message on to somebody outside, with its files; the history says to whom. A note
 * stays in the house.
 */
export const forwardMessage = command(
  "mails.forward",
  schema,
  async (tx, { actor, now }, { ticketId, messageId, to, words }) => {
    const ticket = await ticketForUpdate(tx, actor, ticketId);
    const found = await replyWithItsPast(tx, ticket.id, messageId);
    if (found === null) throw new AppError("message_not_found");
    const [first, ...others] = [...new Set(to)];
    if (first === undefined || (await oursAmong(tx, to)).length > 0)
      throw new AppError("invalid_input", {
        detail: { says: "That is a mailbox of ours: it would come back to us" },
      });
    const html = markdownToHtml(words);
    const { said } = found;
    const desk = await tx.first<{ name: string; language: string | null }>(sql`
      select name, languages[1] as language from workspace`);
    const language = readLanguage(desk?.language) ?? "en";
    const { message, files } = await messageForMail(tx, said, { language, at: now });
    const author = await tx.first<{ email: string }>(sql`
      select email::text as email from users where id = ${said.authorId}`);
    const from =
      said.bySide === "staff" ? said.authorName : `${said.authorName} <${author?.email ?? ""}>`;
    const whole = forwarded(
      { html, text: cleanedToText(html) },
      { ...message, from, at: said.at, subject: ticket.subject },
      language,
    );
    const written = writeLetter(await wordsOfLetter(tx, letters.forward, language), {
      language,
      values: {
        "desk.name": desk?.name ?? "",
        "author.name": actor.name,
        "ticket.subject": ticket.subject,
      },
      message: whole,
    });
    const sender = await senderOf(tx, ticket.id, { kind: "ticket", id: ticket.id });
    const about = { ticketId: ticket.id, actorId: actor.id, at: now };
    const { mailId } = await queueMail(
      tx,
      {
        kind: letters.forward.kind,
        to: first,
        cc: others,
        ...written,
        from: sender.from,
        automatic: null,
        files,
        senderId: actor.id,
        ticketId: ticket.id,
      },
      now,
    );
    await tx.rows(sql`
      insert into forward_mails (mail_id, ticket_id, message_id, created_at)
      values (${mailId}, ${ticket.id}, ${messageId}, ${now})`);
    await logActivity(tx, about, { kind: "forwarded", detail: { to: to.join(", ") } });
    tx.append(asideChanged.make({ ticketId: ticket.id, part: "mails" }, { ticketId: ticket.id }));
    return { ticketId: ticket.id };
  },
);
