import { sideSpoken } from "@/modules/conversations";
import type { CommandTx } from "@/platform/command";
import { raw, sql, type Transaction } from "@/platform/database";
import { readLanguage } from "@/platform/i18n/client";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import { wordsOfLetter, writeLetter } from "@/platform/mailer/letters";
import type { Envelope } from "@/platform/outbox";
import { letters } from "../queries/letters";
import { senderOf } from "../queries/sender";
import { quotedMessage } from "../rules/quoted-message";
import { threadOf } from "../rules/thread";
import { messageForMail } from "./message-to-mail";

const letter = letters.side;
const rowsMax = raw(String(limits.mailThreadRows));

type Said = {
  id: string;
  subject: string;
  address: string;
  language: string | null;
  author_id: string | null;
  name: string | null;
  from_address: string | null;
  body_html: string;
  body_text: string;
  created_at: Date;
};

/** What was said, and what it answers: the newest first. */
async function saidAside(tx: Transaction, sideId: string, messageId: string): Promise<Said[]> {
  return tx.rows<Said>(sql`
    select said.id, side.subject, side.address::text as address, side.language, said.author_id, users.name,
      said.from_address, said.body_html, said.body_text, said.created_at
    from side_messages told
    join side_conversations side on side.id = told.side_id
    join side_messages said on said.side_id = side.id
      and (said.created_at, said.id) <= (told.created_at, told.id)
    left join users on users.id = said.author_id
    where told.id = ${messageId} and told.side_id = ${sideId}
    order by said.created_at desc, said.id desc limit 2`);
}

async function threadOfSide(tx: Transaction, sideId: string) {
  const rows = await tx.rows<{ message_id: string }>(sql`
    select message_id from (
      (select outgoing_mails.message_id, side_mails.created_at as at from side_mails
        join outgoing_mails on outgoing_mails.id = side_mails.mail_id
        where side_mails.side_id = ${sideId}
        order by side_mails.created_at desc limit ${rowsMax})
      union all
      (select raw_mails.message_id, raw_mails.received_at from side_messages
        join raw_mails on raw_mails.message_row_id = side_messages.id
        where side_messages.side_id = ${sideId} and raw_mails.message_id is not null
        order by side_messages.created_at desc limit ${rowsMax})
    ) as said order by at desc, message_id limit ${rowsMax}`);
  return threadOf(rows.map(({ message_id }) => message_id).reverse());
}

/** Mails what we say in a side conversation; gives how many mails that made. */
export async function writeSideMail(tx: CommandTx, event: Envelope, at: Date): Promise<number> {
  const told = sideSpoken.read(event);
  if (told === null || told.from !== null) return 0;
  const { sideId, ticketId } = told;
  const [said, before] = await saidAside(tx, sideId, told.messageId);
  if (said === undefined) return 0;
  const sender = await senderOf(tx, ticketId, { kind: "side", id: sideId });
  const desk = await tx.first<{ name: string }>(sql`select name from workspace`);
  const language = readLanguage(said.language ?? "") ?? "en";
  const { message, files } = await messageForMail(
    tx,
    { id: said.id, html: said.body_html, text: said.body_text },
    { language, at },
  );
  const quote =
    before === undefined
      ? undefined
      : quotedMessage(
          {
            name: before.name ?? before.from_address ?? "",
            at: before.created_at,
            text: before.body_text,
          },
          { language, timeZone: "UTC" },
        );
  const written = writeLetter(await wordsOfLetter(tx, letter, language), {
    language,
    values: {
      "desk.name": desk?.name ?? "",
      "author.name": said.name ?? "",
      "side.subject": before === undefined ? said.subject : `Re: ${said.subject}`,
    },
    message,
    quote,
  });
  const { mailId } = await queueMail(
    tx,
    {
      ...{ kind: letter.kind, to: said.address, ...written, ...sender },
      ...(await threadOfSide(tx, sideId)),
      ...{ automatic: null, senderId: said.author_id, ticketId, files },
    },
    at,
  );
  await tx.rows(sql`
    insert into side_mails (mail_id, side_id, message_id, created_at)
    values (${mailId}, ${sideId}, ${told.messageId}, ${at})`);
  return 1;
}
