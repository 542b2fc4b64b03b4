import * as z from "zod";
import { answerByMail, askByMail, type LetterWords } from "@/modules/conversations";
import { forgetBrought, noteBrought } from "@/modules/files";
import { systemActor } from "@/platform/auth/actor";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { checkSender } from "../queries/check-sender";
import { bringFiles, type LetterFiles, letterBody } from "../queries/letter-body";
import { letterFacts } from "../queries/letter-facts";
import { type ReadMail, readMail } from "../queries/read-mail";
import { essenceOf, mailForDecision, type StoredMail, waitingMail } from "../queries/stored-mail";
import { automaticKind } from "../rules/automatic";
import { type Decision, decide, type LetterFacts } from "../rules/decision";
import { deliveryReport } from "../rules/delivery-report";
import { cutTo, oneLineOf } from "../rules/plain";
import type { SenderVerdict } from "../rules/sender-verdict";
import { noteBounce } from "../steps/note-bounce";
import { type Noted, noteMail } from "../steps/note-mail";
import { copiedPeople, senderOf } from "../steps/people";
import { takeAside } from "./take-aside";

const schema = z.object({ commandId: commandIdSchema, rawMailId: z.uuid() });

type Letter = {
  stored: StoredMail;
  mail: ReadMail;
  content: Uint8Array;
  files: LetterFiles;
  verdict: SenderVerdict | null;
};
type Outcome = Pick<Noted, "state" | "outcome" | "reason" | "ticketId" | "messageRowId">;

const wordsOf = (mail: ReadMail, reply: string, files: number) => {
  const words = cutTo(oneLineOf(reply === "" ? mail.text : reply), limits.lastWordsCharsMax);
  if (words !== "") return words;
  return files === 1 ? "1 file" : files > 1 ? `${files} files` : "(no text)";
};

/** Makes the ticket or reply that a letter is, with its people and files. */
async function carryOut(
  tx: CommandTx,
  now: Date,
  { mail, files }: Letter,
  decision: Extract<Decision, { quietly: boolean }>,
): Promise<Outcome> {
  const author = await senderOf(tx, mail, now);
  const copies = decision.quietly ? [] : await copiedPeople(tx, mail, author, now);
  const kept = files.kept.map(({ file }) => file);
  await noteBrought(tx, author, kept, now);
  const { html, text, reply } = letterBody(mail, files);
  const letter: LetterWords = {
    body: { html, text },
    words: wordsOf(mail, reply, kept.length),
    attachmentIds: kept.map(({ id }) => id),
    participantIds: copies,
    byMachine: decision.quietly,
  };
  const context = { author, now };
  if (decision.does === "new") {
    const subject = cutTo(oneLineOf(mail.subject), limits.subjectCharsMax) || "(no subject)";
    const { relatedTo } = decision;
    const made = await askByMail(tx, context, { ...letter, subject, relatedTo });
    const { ticketId, messageId: messageRowId } = made;
    return { state: "decided", outcome: "new", ticketId, messageRowId };
  }
  const said = await answerByMail(tx, context, decision.ticketId, letter);
  const outcome = said.follows ? "follow-up" : "reply";
  const { ticketId, messageId: messageRowId } = said;
  return { state: "decided", outcome, ticketId, messageRowId };
}

async function bounced(tx: CommandTx, now: Date, { stored, content }: Letter): Promise<Outcome> {
  const head = content.subarray(0, limits.bounceTextCharsMax);
  const report = deliveryReport(Buffer.from(head).toString("latin1"));
  const ignored = (reason: string): Outcome => ({ state: "decided", outcome: "ignore", reason });
  if (!report.failed) return ignored("A mail system says that a mail of ours takes longer.");
  const noted = await noteBounce(tx, { rawMailId: stored.id, at: now }, report);
  if (noted === null) return ignored("It is a delivery report about no mail of ours.");
  const { ticketId } = noted;
  return { state: "decided", outcome: "bounce", reason: report.reason, ticketId };
}

async function outcomeOf(
  tx: CommandTx,
  now: Date,
  letter: Letter,
  facts: LetterFacts,
): Promise<Outcome> {
  const decision = decide(facts);
  if (decision.does === "bounce") return bounced(tx, now, letter);
  if ("reason" in decision) {
    const { does, reason } = decision;
    if (does === "suspend") return { state: "suspended", reason };
    return { state: "decided", outcome: "ignore", reason };
  }
  const aside = await takeAside(tx, now, letter);
  if (aside !== null) return aside;
  const reason = facts.automatic?.reason ?? null;
  return { ...(await carryOut(tx, now, letter, decision)), reason };
}

/** The letter that came before by another way and says the same. */
async function twinOf(tx: CommandTx, essence: string | null) {
  if (essence === null) return undefined;
  // Two ways at the same moment: the second one waits here for the first.
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${essence}, 7003))`);
  return tx.first<{ ticket_id: string | null }>(sql`
    select ticket_id from raw_mails
    where essence = ${essence} and state = 'decided' and outcome not in ('duplicate', 'ignore')`);
}

const deciding = (letter: Omit<Letter, "stored">) =>
  command("mail.takeIn", schema, async (tx, { now }, { rawMailId }) => {
    const stored = await mailForDecision(tx, rawMailId);
    if (stored === undefined) return { outcome: "gone" };
    const { mail, verdict } = letter;
    const essence = essenceOf(mail);
    const twin = await twinOf(tx, essence);
    const outcome: Outcome =
      twin === undefined
        ? await outcomeOf(
            tx,
            now,
            { ...letter, stored },
            await letterFacts(tx, stored, mail, verdict),
          )
        : {
            state: "decided",
            outcome: "duplicate",
            reason: "The same letter came before, by another way.",
            ticketId: twin.ticket_id,
          };
    const { messageId, subject } = mail;
    const sender = mail.from?.address.toLowerCase() ?? null;
    const noted = { ...outcome, essence, messageId, sender, subject, verdict };
    await noteMail(tx, rawMailId, noted, now);
    return { outcome: outcome.outcome ?? outcome.state };
  });

/**
 * Name servers that do not answer are asked again by a later attempt; a letter does not wait for ever
 * for them.
 */
async function verdictOf(
  row: StoredMail,
  mail: ReadMail,
  content: Uint8Array,
  attempt: number,
): Promise<SenderVerdict | null> {
  const verdict = await checkSender(row, mail, content);
  if (verdict?.found === "unsure" && verdict.passes && attempt < limits.senderTriesMax)
    throw new AppError("names_unavailable", { detail: { rawMailId: row.id } });
  return verdict;
}

const took: readonly string[] = ["new", "reply", "follow-up"];

/**
 * Reads a stored mail and makes of it what it is: a ticket, a reply, a note that a mail came back,
 * or nothing. The same mail twice, by two workers or after a stop, is decided once.
 * @throws what a later attempt may not meet: then the mail still waits.
 */
export async function takeIn(rawMailId: string, attempt = 1): Promise<string> {
  const waiting = await waitingMail(rawMailId);
  if (waiting === null) return "gone";
  const { content, row } = waiting;
  const mail = await readMail(content);
  if (mail.fault !== null) {
    await quarantine(rawMailId, `It cannot be read: ${mail.fault}`);
    return "quarantined";
  }
  const automatic = automaticKind(mail.header, mail.from?.address ?? "", mail.subject);
  const isForNobody = automatic?.kind === "auto-reply" || automatic?.kind === "bounce";
  const verdict = await verdictOf(row, mail, content, attempt);
  const files = isForNobody ? { kept: [], refused: [] } : await bringFiles(rawMailId, mail);
  const input = { commandId: newId(), rawMailId };
  const { outcome } = await deciding({ mail, content, files, verdict }).execute(systemActor, input);
  if (!took.includes(outcome) && outcome !== "gone")
    await forgetBrought(files.kept.map(({ file }) => file));
  return outcome;
}

const quarantining = command(
  "mail.quarantine",
  schema.extend({ reason: z.string() }),
  async (tx, { now }, { rawMailId, reason }) => {
    if ((await mailForDecision(tx, rawMailId)) === undefined) return { isFirst: false };
    await noteMail(tx, rawMailId, { state: "quarantined", reason }, now);
    return { isFirst: true };
  },
);

/** Puts a mail that cannot be read or decided where admins see it; it stops no other. */
export async function quarantine(rawMailId: string, reason: string): Promise<void> {
  await quarantining.execute(systemActor, { commandId: newId(), rawMailId, reason });
}
