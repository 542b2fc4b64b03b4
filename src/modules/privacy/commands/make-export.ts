import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Actor } from "@/platform/auth/actor";
import { now as clockNow } from "@/platform/clock";
import { command } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { chooseLanguage } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { queueMail } from "@/platform/mailer";
import { wordsOfLetter, writeLetter } from "@/platform/mailer/letters";
import { letters } from "../queries/letters";
import { ownRequests, ownRequestsCount, personData } from "../queries/own-data";
import { ofExportSchema } from "../schema";
import type { ExportedRequest } from "../types";

const pack = promisify(gzip);

const progress = (exportId: string, done: number, total: number) =>
  db.write.rows(sql`
    update data_exports set requests_done = ${done}, requests_total = ${total}
    where id = ${exportId} and ready_at is null`);

/** The file as it is read: the person, and each request with its conversation. */
async function ownDataOf(actor: Actor, exportId: string, signal?: AbortSignal) {
  const person = await personData(actor);
  const total = await ownRequestsCount(actor);
  const requests: ExportedRequest[] = [];
  let bytes = 0;
  let isWhole = true;
  for (let after: string | null = null; ; ) {
    signal?.throwIfAborted();
    const page = await ownRequests(actor, after);
    bytes += Buffer.byteLength(JSON.stringify(page.requests));
    if (bytes > limits.exportBytesMax) {
      isWhole = false;
      break;
    }
    requests.push(...page.requests);
    await progress(exportId, requests.length, total);
    if (page.lastId === null) break;
    after = page.lastId;
  }
  return { madeAt: clockNow().toISOString(), isWhole, person, requests };
}

type Made = { language: string | null; email: string; name: string; desk: string };

const finish = (content: Buffer) =>
  command("privacy.finishExport", ofExportSchema, async (tx, { actor, now }, { exportId }) => {
    const made = await tx.first<Made>(sql`
      update data_exports set content = ${content}, ready_at = ${now},
        expires_at = ${new Date(now.getTime() + limits.exportKeepMs)}
      from users cross join workspace where data_exports.id = ${exportId} and ready_at is null
        and users.id = data_exports.person_id and users.id = ${actor.id}
      returning users.language, users.email::text as email, users.name,
        workspace.name as desk`);
    if (made === undefined) return { ready: false };
    const language = chooseLanguage({ account: made.language });
    const written = writeLetter(await wordsOfLetter(tx, letters.export, language), {
      language,
      values: { "person.name": made.name, "desk.name": made.desk },
      url: new URL("/portal/account/data", env().PUBLIC_WEB_URL).href,
    });
    await queueMail(tx, { kind: letters.export.kind, to: made.email, ...written }, now);
    return { ready: true };
  });

/** Makes the copy and tells whoever asked for it; run twice, the second changes nothing. */
export async function fillExport(
  actor: Actor,
  exportId: string,
  signal?: AbortSignal,
): Promise<void> {
  const data = await ownDataOf(actor, exportId, signal);
  const content = await pack(JSON.stringify(data, null, 2));
  await finish(content).execute(actor, { commandId: newId(), exportId });
}
