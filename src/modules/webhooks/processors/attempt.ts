import { now, nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { cancelled, done, type JobOutcome } from "@/platform/queues";
import { answerWords, isAccepted, isGone } from "../rules/answer";
import { nextAttemptAtMs, retryAfterMs } from "../rules/retry";
import { readSecret, signatureOf } from "../steps/secret";
import { type Sent, send, userAgent } from "./send";

type Row = {
  id: string;
  event_id: string;
  endpoint_id: string;
  body: string;
  state: string;
  attempts: number;
  turn_at: Date;
  turn_attempts: number;
  url: string;
  off_reason: string | null;
  secret: string;
  secret_before: string | null;
  before_until: Date | null;
};

async function deliveryOf(id: string): Promise<Row | undefined> {
  const [row] = await db.write.rows<Row>(sql`
    select webhook_deliveries.id, event_id, endpoint_id, body, state, attempts, turn_at,
      (select count(*)::int from webhook_attempts
        where delivery_id = webhook_deliveries.id and at >= turn_at) as turn_attempts,
      url, off_reason, secret, secret_before, before_until
    from webhook_deliveries join webhook_endpoints on webhook_endpoints.id = endpoint_id
    where webhook_deliveries.id = ${id}`);
  return row;
}

function secretsOf(row: Row): string[] {
  const isBeforeValid = row.before_until !== null && row.before_until > now();
  const locked = [row.secret, ...(isBeforeValid && row.secret_before ? [row.secret_before] : [])];
  return locked.map((each) => readSecret(each, row.endpoint_id));
}

/** The same id on every attempt, as the receiver's key against doubles; only the time is new. */
function headersOf(row: Row): Record<string, string> {
  const timestamp = Math.floor(nowMs() / 1_000);
  const signed = { id: row.event_id, timestamp, body: row.body };
  return {
    "content-type": "application/json",
    "user-agent": userAgent(),
    "webhook-id": row.event_id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatureOf(secretsOf(row), signed),
  };
}

const excerptOf = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .filter(([name]) => name !== "webhook-signature")
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

/** One statement, so that an attempt is counted with what it came to or not at all. */
async function note(row: Row, request: string, sent: Sent, nextAtMs: number | null): Promise<void> {
  const accepted = isAccepted(sent);
  const state = accepted ? "delivered" : nextAtMs === null ? "failed" : "waiting";
  const dueAt = state === "waiting" && nextAtMs !== null ? new Date(nextAtMs) : null;
  const at = now();
  await db.write.rows(sql`
    with moved as (
      update webhook_deliveries
      set attempts = attempts + 1, state = ${state}, due_at = ${dueAt}::timestamptz,
        claimed_until = null,
        settled_at = ${dueAt === null ? at : null}::timestamptz
      where id = ${row.id} and state = 'waiting' and attempts = ${row.attempts}
      returning attempts
    ), endpoint as (
      update webhook_endpoints
      set failing_since = ${accepted ? null : at}::timestamptz
      where id = ${row.endpoint_id} and (failing_since is null) <> ${accepted}
    )
    insert into webhook_attempts (delivery_id, number, at, duration_ms, status, fault, request,
      response)
    select ${row.id}, attempts, ${at}, ${sent.durationMs}, ${sent.status},
      ${accepted ? null : answerWords(sent)}, ${request}, ${sent.response}
    from moved`);
}

/** Who refuses everything for days, or says that it is gone, is not sent to any more. */
async function giveUp(row: Row, sent: Sent): Promise<void> {
  const gone = isGone(sent);
  const before = new Date(nowMs() - limits.webhookFailingMsMax);
  const off = await db.write.rows<{ name: string }>(sql`
    update webhook_endpoints
    set off_reason = ${gone ? "gone" : "failing"}, off_at = ${now()}, version = version + 1
    where id = ${row.endpoint_id} and off_reason is null
      and (${gone} or failing_since <= ${before})
    returning name`);
  for (const { name } of off)
    log().warn(
      { endpoint: row.endpoint_id, name },
      "a webhook was switched off: it failed too long",
    );
}

/** One attempt. Twice is possible (a worker that dies before its note); both carry one id. */
export async function attempt(deliveryId: string, number: number): Promise<JobOutcome> {
  const row = await deliveryOf(deliveryId);
  if (row === undefined) return cancelled("the delivery is gone");
  if (row.state !== "waiting" || row.attempts !== number - 1) return done();
  if (row.off_reason !== null) return cancelled("the endpoint is switched off");
  let headers: Record<string, string>;
  try {
    headers = headersOf(row);
  } catch (thrown) {
    if (isAppError(thrown)) throw thrown;
    const fault = "Not sent: its secret cannot be read any more. Make a new one.";
    const unread = { status: null, fault, durationMs: 0, response: "", retryAfter: undefined };
    await note(row, "", unread, null);
    return cancelled("the secret cannot be read");
  }
  const sent = await send({ url: row.url, headers, body: row.body });
  const nextAtMs = nextAttemptAtMs({
    turnAtMs: row.turn_at.getTime(),
    attempts: row.turn_attempts + 1,
    nowMs: nowMs(),
    patienceMs: limits.webhookRetryMs,
    retryAfterMs: retryAfterMs(sent.retryAfter, nowMs()),
    chance: Math.random(),
  });
  await note(row, excerptOf(headers), sent, nextAtMs);
  if (!isAccepted(sent)) await giveUp(row, sent);
  return done();
}
