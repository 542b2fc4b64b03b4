import type { CommandTx } from "@/platform/command";
import { sql } from "@/platform/database";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import {
  defineLetter,
  type Letter,
  languageOf,
  wordsOfLetter,
  writeLetter,
} from "@/platform/mailer/letters";
import { allowLetter, changedLetter, confirmLetter, takenLetter } from "../rules/address-letters";
import { hashOf, newSecretToken } from "./secret-token";

export const letters = {
  allow: defineLetter(allowLetter),
  confirm: defineLetter(confirmLetter),
  changed: defineLetter(changedLetter),
  taken: defineLetter(takenLetter),
};

/** Somebody whose address is to change, as far as a letter about it says. */
export type Mover = { id: string; name: string; language: string | null; locale: string };

type Mail = {
  letter: Letter<"person.name" | "desk.name" | "address">;
  to: string;
  person: Omit<Mover, "id">;
  /** What the letter says of the new address. */
  address: string;
  path: string;
};

/** Queues a letter whose link opens something; it is locked until it is sent. */
export async function mailAddress(tx: CommandTx, mail: Mail, at: Date): Promise<void> {
  const { letter, to, person, address, path } = mail;
  const language = languageOf(person);
  const desk = await tx.first<{ name: string }>(sql`select name from workspace`);
  const written = writeLetter(await wordsOfLetter(tx, letter, language), {
    language,
    values: { "person.name": person.name, "desk.name": desk?.name ?? "", address },
    url: new URL(path, env().PUBLIC_WEB_URL).href,
  });
  await queueMail(tx, { kind: letter.kind, to, ...written, secret: true }, at);
}

export const linkOf = (token: string): string => `/address?token=${token}`;

/** A new link for the next step of a change; the one before opens nothing any more. */
export async function nextLink(
  tx: CommandTx,
  { changeId, step, at }: { changeId: string; step: "allow" | "confirm"; at: Date },
): Promise<string> {
  const token = newSecretToken();
  await tx.rows(sql`
    update address_changes set step = ${step}, token_hash = ${hashOf(token)},
      expires_at = ${new Date(at.getTime() + limits.addressLinkMs)}
    where id = ${changeId}`);
  return linkOf(token);
}

type Holder = Omit<Mover, "id"> & { suspended_at: Date | null };

/**
 * Sends the link to the new address; where that has an account, its owner is told, and whoever asked
 * gets the same answer. An address that somebody moved from lately is still theirs to take back.
 */
export async function offerAddress(
  tx: CommandTx,
  change: { id: string; newEmail: string; mover: Mover },
  at: Date,
): Promise<void> {
  const { id, newEmail: to, mover } = change;
  const holder = await tx.first<Holder>(sql`
    select name, language, locale, suspended_at from users where email = ${to}`);
  const reserved = await tx.first(sql`
    select id from address_changes
    where old_email = ${to} and user_id <> ${mover.id} and changed_at is not null
      and undone_at is null and expires_at > ${at} limit 1`);
  if (holder === undefined && reserved === undefined) {
    const path = await nextLink(tx, { changeId: id, step: "confirm", at });
    await mailAddress(tx, { letter: letters.confirm, to, person: mover, address: to, path }, at);
    return;
  }
  await tx.rows(sql`delete from address_changes where id = ${id}`);
  if (holder === undefined || holder.suspended_at !== null) return;
  const mail = { letter: letters.taken, to, person: holder, address: to, path: "/sign-in" };
  await mailAddress(tx, mail, at);
}
