import { reserveFiles } from "@/modules/files";
import type { Actor } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { assert } from "@/platform/errors";
import type { NewEvent } from "@/platform/outbox";
import { draftDropped, draftSaved } from "../events";
import {
  draftColumns,
  draftInList,
  draftJoins,
  type StoredDraft,
  toDraftViews,
} from "../queries/draft-row";
import type { DraftView, MessageKind } from "../schema";

type Author = Pick<Actor, "id">;
type About = { author: Author; ticketId: string; kind: MessageKind };
type Written = { body: string; attachmentIds: readonly string[]; after: string | null; at: Date };

const isAbout = ({ author, ticketId, kind }: About) => sql`
  message_drafts.person_id = ${author.id} and message_drafts.ticket_id = ${ticketId}
    and message_drafts.kind = ${kind}`;

async function readDraft(tx: Transaction, about: About): Promise<DraftView | null> {
  const row = await tx.first<StoredDraft>(sql`
    select ${draftColumns} from message_drafts ${draftJoins} where ${isAbout(about)}`);
  return row === undefined ? null : ((await toDraftViews(about.author, [row], tx))[0] ?? null);
}

/** The draft as it stands, locked against its author's other devices; null when there is none. */
export async function lockDraft(tx: Transaction, about: About): Promise<DraftView | null> {
  // Two devices that begin at once have no row to wait at.
  await tx.rows(sql`
    select pg_advisory_xact_lock(hashtextextended(
      ${`draft ${about.author.id} ${about.ticketId} ${about.kind}`}, 0))`);
  return readDraft(tx, about);
}

/** Writes a draft over whatever stands there, and keeps its files for it. */
export async function putDraft(
  tx: Transaction,
  about: About,
  written: Written,
): Promise<{ draft: DraftView; event: NewEvent }> {
  const { author, ticketId, kind } = about;
  const before = await tx.first<{ attachment_ids: string[]; version: number }>(sql`
    select attachment_ids, version from message_drafts where ${isAbout(about)} for update`);
  const files = await reserveFiles(tx, {
    actor: author,
    attachmentIds: written.attachmentIds,
    before: before?.attachment_ids ?? [],
  });
  const version = Math.max((before?.version ?? 0) + 1, written.at.getTime());
  const ids = files.map((file) => file.id);
  await tx.rows(sql`
    insert into message_drafts (person_id, ticket_id, kind, body, attachment_ids,
      after_message_id, version, updated_at)
    values (${author.id}, ${ticketId}, ${kind}, ${written.body}, ${ids}::uuid[],
      ${written.after}, ${version}, ${written.at})
    on conflict (person_id, ticket_id, kind) do update
    set body = excluded.body, attachment_ids = excluded.attachment_ids,
      after_message_id = excluded.after_message_id, version = excluded.version,
      updated_at = excluded.updated_at`);
  const draft = await readDraft(tx, about);
  assert(draft !== null, "a draft that was just written can be read");
  const told = { personId: author.id, draft: draftInList(draft) };
  return { draft, event: draftSaved.make(told, { ticketId }) };
}

/**
 * Drops a draft and lets go of its files; with `upTo` only one that is not newer than that, because
 * another device may have written on. Gives the events to tell: none when nothing was there.
 */
export async function dropDraft(
  tx: Transaction,
  about: About,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<NewEvent[]> {
  const dropped = await tx.first<{ attachment_ids: string[]; version: number }>(sql`
    delete from message_drafts where ${isAbout(about)} and message_drafts.version <= ${upTo}
    returning attachment_ids, version`);
  if (dropped === undefined) return [];
  const { author, ticketId, kind } = about;
  await reserveFiles(tx, { actor: author, attachmentIds: [], before: dropped.attachment_ids });
  const { version } = dropped;
  return [draftDropped.make({ personId: author.id, ticketId, kind, version }, { ticketId })];
}

/**
 * Puts a text that was on its way back into its draft, before whatever was begun there meanwhile.
 */
export async function giveBack(
  tx: Transaction,
  about: About,
  written: Written,
): Promise<{ draft: DraftView; event: NewEvent }> {
  const begun = await lockDraft(tx, about);
  const words = begun?.body?.trim() ?? "";
  const body = words === "" ? written.body : `${written.body}\n\n${begun?.body}`;
  const begunIds = (begun?.files ?? []).map((file) => file.id);
  const attachmentIds = [...new Set([...written.attachmentIds, ...begunIds])];
  return putDraft(tx, about, { ...written, body, attachmentIds });
}

type StoredWords = {
  person_id: string;
  kind: MessageKind;
  body: string;
  attachment_ids: string[];
};

/**
 * A ticket goes on in another one: what everybody has written and not sent goes with it, before
 * what they had begun there.
 */
export async function moveDrafts(
  tx: Transaction,
  { fromId, toId, at }: { fromId: string; toId: string; at: Date },
): Promise<NewEvent[]> {
  const rows = await tx.rows<StoredWords>(sql`
    select person_id, kind, body, attachment_ids from message_drafts
    where ticket_id = ${fromId} order by person_id, kind`);
  const events: NewEvent[] = [];
  for (const { person_id, kind, body, attachment_ids: attachmentIds } of rows) {
    const author = { id: person_id };
    // First, because it lets go of the files.
    events.push(...(await dropDraft(tx, { author, ticketId: fromId, kind })));
    const written = { body, attachmentIds, after: null, at };
    events.push((await giveBack(tx, { author, ticketId: toId, kind }, written)).event);
  }
  return events;
}

/** What somebody began to write and never sent goes with their account, and how they first came. */
export async function dropDraftsOf(tx: Transaction, personId: string): Promise<void> {
  await tx.rows(sql`delete from message_drafts where person_id = ${personId}`);
  await tx.rows(sql`delete from guest_questions where person_id = ${personId}`);
}
