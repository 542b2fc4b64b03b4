import { raw, sql, type Transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { fileToken } from "@/platform/mailer";
import type { Language, Written } from "@/platform/mailer/letters";
import { htmlForMail, linksUntil, partsAndLinks, type SentFile } from "../rules/files-of-mail";

export type SaidMessage = {
  id: string;
  authorId: string;
  authorName: string;
  bySide: "customer" | "staff";
  html: string;
  text: string;
  at: Date;
};

type Stored = {
  id: string;
  author_id: string;
  name: string;
  role: string;
  body_html: string;
  body_text: string;
  created_at: Date;
};

const saidOf = (row: Stored): SaidMessage => ({
  id: row.id,
  authorId: row.author_id,
  authorName: row.name,
  bySide: row.role === "customer" ? "customer" : "staff",
  html: row.body_html,
  text: row.body_text,
  at: row.created_at,
});

/**
 * A reply as it stands in the ticket now (words may have been removed since it was sent), and the one
 * before it, which it answers. Notes are never among them.
 */
export async function replyWithItsPast(
  tx: Transaction,
  ticketId: string,
  messageId: string,
): Promise<{ said: SaidMessage; before: SaidMessage | null } | null> {
  const rows = await tx.rows<Stored>(sql`
    with told as (
      select ticket_messages.id, ticket_messages.created_at,
        tickets.first_message_at as since
      from tickets join ticket_messages on ticket_messages.ticket_id = tickets.id
        and ticket_messages.created_at between tickets.first_message_at and tickets.last_message_at
      where tickets.id = ${ticketId} and ticket_messages.id = ${messageId}
    )
    select ticket_messages.id, ticket_messages.author_id, users.name, users.role,
      ticket_messages.body_html, ticket_messages.body_text, ticket_messages.created_at
    from told join ticket_messages on ticket_messages.ticket_id = ${ticketId}
      and ticket_messages.created_at between told.since and told.created_at
      and (ticket_messages.created_at, ticket_messages.id) <= (told.created_at, told.id)
    join users on users.id = ticket_messages.author_id
    where ticket_messages.kind = 'reply' and ticket_messages.state = 'released'
    order by ticket_messages.created_at desc, ticket_messages.id desc limit 2`);
  const [newest, before] = rows.map(saidOf);
  // A note, or a message that is held or gone, is nothing to be sent.
  if (newest?.id !== messageId) return null;
  return { said: newest, before: before ?? null };
}

async function filesOf(tx: Transaction, messageId: string): Promise<SentFile[]> {
  return tx.rows<SentFile>(sql`
    select id, name, coalesce(type, 'application/octet-stream') as type, bytes, storage_key as key
    from attachments where message_id = ${messageId} and state = 'checked'
    order by id limit ${raw(String(limits.attachmentsPerMessageMax))}`);
}

/** What one reads of a message outside, with its files as parts or as links that end. */
export async function messageForMail(
  tx: Transaction,
  said: Pick<SaidMessage, "id" | "html" | "text">,
  about: { language: Language; at: Date },
) {
  const files = await filesOf(tx, said.id);
  const { parts, links } = partsAndLinks(files, limits.mailFilesBytesMax);
  const base = env().PUBLIC_WEB_URL;
  const until = new Date(about.at.getTime() + limits.mailFileLinkMs);
  const addresses = links.map((file) => ({
    ...file,
    url: new URL(`/files/mail/${fileToken(file.id, until)}`, base).href,
  }));
  const cids = new Map(parts.map(({ id }) => [id, `${id}@${new URL(base).hostname}`]));
  const shown = htmlForMail(said.html, {
    cids,
    links: new Map(addresses.map(({ id, url }) => [id, url])),
    base,
  });
  return {
    message: withLinks({ html: shown, text: said.text }, addresses, about.language, until),
    files: parts.map(({ id, key, name, type }) => ({
      ...{ key, name, type },
      cid: shown.includes(`cid:${cids.get(id)}`) ? (cids.get(id) ?? null) : null,
    })),
  };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function withLinks(
  { html, text }: Written,
  links: readonly { name: string; url: string }[],
  language: Language,
  until: Date,
): Written {
  if (links.length === 0) return { html, text };
  const says = linksUntil(language, until);
  const items = links.map(({ name, url }) => `<li><a href="${url}">${escaped(name)}</a></li>`);
  return {
    html: `${html}<p>${says}</p><ul>${items.join("")}</ul>`,
    text: [text, says, ...links.map(({ name, url }) => `${name}\n${url}`)].join("\n\n"),
  };
}
