import { downloadUrl } from "@/modules/files";
import { systemActor } from "@/platform/auth/actor";
import { now } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { errorRules, isAppError } from "@/platform/errors";
import { fileOfToken } from "@/platform/mailer";

const headers = { "cache-control": "no-store", "referrer-policy": "no-referrer" };

function refused(code: "attachment_not_found" | "link_expired"): Response {
  const { http, words } = errorRules[code];
  return new Response(words, {
    status: http,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
  });
}

/** Only what is still said openly: not what was held back, taken back or removed since. */
async function isPublic({ messageId }: { messageId: string }): Promise<boolean> {
  const rows = await db.read.rows(sql`
    select id from ticket_messages
    where id = ${messageId} and kind = 'reply' and state = 'released'`);
  return rows.length > 0;
}

/** Leads to a file by the link of a mail; the link that it leads to ends within minutes. */
export async function leadToMailedFile(token: string): Promise<Response> {
  const fileId = fileOfToken(token, now());
  if (fileId === null) return refused("link_expired");
  try {
    const url = await downloadUrl(systemActor, fileId, isPublic);
    return new Response(null, { status: 302, headers: { ...headers, location: url } });
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === "attachment_not_found")
      return refused("attachment_not_found");
    throw thrown;
  }
}
