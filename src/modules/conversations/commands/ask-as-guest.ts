import * as z from "zod";
import { fieldChangesSchema, readAskedFields } from "@/modules/fields";
import { dropFormFiles, reserveFormFiles } from "@/modules/files";
import { emailSchema, nameSchema, newSecretToken, tokenHash } from "@/modules/identity";
import { subjectSchema } from "@/modules/tickets";
import { type Actor, systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { command, commandIdSchema } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { AppError } from "@/platform/errors";
import { languages } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import { defineLetter, wordsOfLetter, writeLetter } from "@/platform/mailer/letters";
import { rateLimiter } from "@/platform/ratelimit";
import { readStamp } from "../queries/form-stamp";
import { judgeGuest } from "../rules/guest-form";
import { guestLetter } from "../rules/guest-letter";
import { readBody } from "../steps";
import { guestFormSchema, readForm } from "./guest-files";

const letter = defineLetter(guestLetter);

export const guestQuestionSchema = z.object({
  commandId: commandIdSchema,
  email: emailSchema,
  name: nameSchema,
  subject: subjectSchema,
  body: z.string().max(limits.bodyCharsMax),
  topicId: z.uuid().optional(),
  fields: fieldChangesSchema.optional(),
  language: z.enum(languages),
  /** What was put into the form, and which form that was. */
  files: guestFormSchema
    .extend({ attachmentIds: z.array(z.uuid()).max(limits.attachmentsPerMessageMax) })
    .optional(),
  /** When the form was made, as `formStamp` said it. */
  stamp: z.string().max(100),
  /** Stands in the form where no person sees it. */
  trap: z.string().max(1_000),
});

type Question = z.output<typeof guestQuestionSchema>;

/** Whoever asks before anybody knows them sees and fills what a customer does. */
const guest: Actor = {
  id: systemActor.id,
  role: "customer",
  audience: "customer",
  organizationId: null,
  name: "",
  email: "",
};

const keepSchema = guestQuestionSchema.omit({ stamp: true, trap: true });

const keep = command("requests.askAsGuest", keepSchema, async (tx, { now }, question) => {
  const { commandId, email, name, subject, body, language, files } = question;
  const attachmentIds = files === undefined ? [] : await reserveFormFiles(tx, files);
  readBody(body, attachmentIds);
  const fields = await readAskedFields(tx, guest, question.fields, question.topicId);
  const token = newSecretToken();
  const expiresAt = new Date(now.getTime() + limits.guestQuestionMs);
  await tx.rows(sql`
    insert into guest_questions (id, email, name, subject, body, fields, topic_id, language,
      attachment_ids, token_hash, created_at, expires_at)
    values (${newId(now.getTime())}, ${email}, ${name}, ${subject}, ${body},
      ${JSON.stringify(fields)}, ${question.topicId ?? null}, ${language},
      ${attachmentIds}::uuid[], ${tokenHash(token)}, ${now}, ${expiresAt})`);
  // What nobody confirmed is nobody's: each new question takes some of the forgotten ones away.
  const forgotten = await tx.rows<{ attachment_ids: string[] }>(sql`
    delete from guest_questions where id in (
      select id from guest_questions where expires_at < ${now} order by expires_at limit 20)
    returning attachment_ids`);
  await dropFormFiles(
    tx,
    forgotten.flatMap((one) => one.attachment_ids),
  );
  const desk = await tx.first<{ name: string }>(sql`select name from workspace`);
  const written = writeLetter(await wordsOfLetter(tx, letter, language), {
    language,
    values: { "person.name": name, "desk.name": desk?.name ?? "" },
    url: new URL(`/portal/confirm?token=${token}`, env().PUBLIC_WEB_URL).href,
  });
  await queueMail(tx, { kind: letter.kind, to: email, ...written, secret: true }, now);
  return { commandId };
});

const perAddress = () =>
  rateLimiter({
    name: "guest-address",
    pointsMax: limits.guestQuestionsPerAddressMax,
    windowMs: limits.guestWindowMs,
  });
const perMailbox = () =>
  rateLimiter({
    name: "guest-mailbox",
    pointsMax: limits.guestQuestionsPerMailboxMax,
    windowMs: limits.guestWindowMs,
  });

async function isRepeated(commandId: string): Promise<boolean> {
  const rows = await db.write.rows(sql`select from commands where id = ${commandId}`);
  return rows.length > 0;
}

/**
 * Keeps a question of somebody without an account until the link in a mail proves the address; no
 * ticket and no count knows of it before, so that nobody fills our queues in others' names.
 * @throws AppError `rate_limited` with the true wait, for robots' haste, too; `form_outdated`.
 */
export async function askAsGuest(caller: { address: string }, question: Question): Promise<void> {
  const { stamp, trap, ...asked } = question;
  if (asked.files !== undefined) readForm(asked.files);
  const begunAtMs = readStamp(stamp, question.commandId);
  const bounds = { formMsMin: limits.guestFormMsMin, formMsMax: limits.guestFormMsMax };
  const verdict = judgeGuest({ trap, begunAtMs }, nowMs(), bounds);
  if (verdict.kind === "robot") return;
  if (verdict.kind === "outdated") throw new AppError("form_outdated");
  if (verdict.kind === "early")
    throw new AppError("rate_limited", { detail: { retryAfterMs: verdict.waitMs } });
  if (!(await isRepeated(question.commandId))) {
    await perAddress().consume(caller.address);
    await perMailbox().consume(tokenHash(question.email));
  }
  await keep.execute(systemActor, asked);
}
