import * as z from "zod";
import { systemActor } from "@/platform/auth/actor";
import { type CommandTx, command, commandIdSchema } from "@/platform/command";
import { sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { mailQueued, mailSettled } from "./events";

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
type Settled = { recipient: string; ticket_id: string | null; sender_id: string | null };

function change(tx: CommandTx, mailId: string, result: Result, at: Date) {
  if (result.state !== "sent")
    return tx.first<Settled>(sql`
      update outgoing_mails set state = ${result.state}, attempts = attempts + 1,
        fault = ${result.fault}
      where id = ${mailId} and state = 'waiting' returning recipient, ticket_id, sender_id`);
  const bodies = result.forget ? sql`, body_text = '', body_html = '', encrypted = false` : sql``;
  return tx.first<Settled>(sql`
    update outgoing_mails set state = 'sent', sent_at = ${at}, attempts = attempts + 1,
      fault = null, answer = ${result.answer} ${bodies}
    where id = ${mailId} and state = 'waiting' returning recipient, ticket_id, sender_id`);
}

/** Notes what became of an attempt to send a mail, and tells of it when it was the last one. */
const settle = command("mail.settle", settleSchema, async (tx, { now }, { mailId, result }) => {
  const row = await change(tx, mailId, result, now);
  if (row === undefined || result.state === "waiting") return { settled: false };
  const { recipient, ticket_id: ticketId, sender_id: senderId } = row;
  const fault = result.state === "failed" ? result.fault : null;
  const told = { mailId, state: result.state, recipient, fault, senderId };
  if (ticketId !== null) tx.append(mailSettled.make(told, { ticketId }));
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
  about: { mailId: string; ticketId: string },
): Promise<boolean> {
  const { mailId, ticketId } = about;
  const row = await tx.first(sql`
    update outgoing_mails set state = 'waiting', attempts = 0, fault = null
    where id = ${mailId} and ticket_id = ${ticketId} and state = 'failed' returning id`);
  if (row !== undefined) tx.append(mailQueued.make({ mailId, bulk: false }, { ticketId }));
  return row !== undefined;
}
