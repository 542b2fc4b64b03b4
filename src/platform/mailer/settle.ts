import * as z from "zod";
import { systemActor } from "@/platform/auth/actor";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { raw, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { mailQueued, mailSettled } from "./events";
import { tellUndelivered } from "./tell-undelivered";

const settleSchema = z.object({
  commandId: commandIdSchema,
  mailId: z.uuid(),
  result: z.discriminatedUnion("state", [
    z.object({
      state: z.literal("sent"),
      answer: z.string().nullable(),
      /** Once sent, a secret is in its recipient's hands and nowhere else. */
      forget: z.boolean(),
    }),
    z.object({ state: z.literal("failed"), fault: z.string() }),
    z.object({ state: z.literal("waiting"), fault: z.string() }),
  ]),
});
type Result = z.output<typeof settleSchema>["result"];
type Settled = {
  kind: string;
  recipient: string;
  ticket_id: string | null;
  sender_id: string | null;
};

const told = raw("kind, recipient, ticket_id, sender_id");

function change(tx: CommandTx, mailId: string, result: Result, at: Date) {
  if (result.state !== "sent")
    return tx.first<Settled>(sql`
      update outgoing_mails set state = ${result.state}, attempts = attempts + 1,
        fault = ${result.fault}
      where id = ${mailId} and state = 'waiting' returning ${told}`);
  const bodies = result.forget ? sql`, body_text = '', body_html = '', encrypted = false` : sql``;
  return tx.first<Settled>(sql`
    update outgoing_mails set state = 'sent', sent_at = ${at}, attempts = attempts + 1,
      fault = null, answer = ${result.answer} ${bodies}
    where id = ${mailId} and state = 'waiting' returning ${told}`);
}

/** Notes what became of an attempt to send a mail, and tells of it when it was the last one. */
const settle = command("mail.settle", settleSchema, async (tx, { now }, { mailId, result }) => {
  const row = await change(tx, mailId, result, now);
  if (row === undefined || result.state === "waiting") return { settled: false };
  const { kind, recipient, ticket_id: ticketId, sender_id: senderId } = row;
  if (ticketId === null) return { settled: true };
  tx.append(mailSettled.make({ mailId, state: result.state }, { ticketId }));
  if (result.state === "failed")
    tellUndelivered(tx, { mailId, kind, ticketId, recipient, fault: result.fault, senderId });
  return { settled: true };
});

export const noteResult = (mailId: string, result: Result) =>
  settle.execute(systemActor, { commandId: newId(), mailId, result });

/**
 * Lets a mail that was not delivered wait for another try, with the same Message-ID. False: there is
 * none of this ticket that failed.
 */
export async function sendAgain(
  tx: CommandTx,
  about: { mailId: string; ticketId: string; at: Date },
): Promise<boolean> {
  const { mailId, ticketId, at } = about;
  const row = await tx.first(sql`
    update outgoing_mails set state = 'waiting', attempts = 0, fault = null
    where id = ${mailId} and ticket_id = ${ticketId} and state = 'failed' returning id`);
  if (row !== undefined)
    tx.append(mailQueued.make({ mailId, bulk: false, againAtMs: at.getTime() }, { ticketId }));
  return row !== undefined;
}
