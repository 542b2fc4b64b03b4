import * as z from "zod";
import { db, sql } from "@/platform/database";
import { cancelled, done, type Processor, processes, queues } from "@/platform/queues";
import { deliver } from "./deliver";
import { sendMail } from "./jobs";
import { type MailRow, mailColumns } from "./mail-row";
import { noteResult } from "./settle";
import { mailTransport } from "./transport";

/** What an SMTP server answers when it will never take this mail: 550 is, 450 is not. */
const refusalSchema = z.object({ responseCode: z.int().min(500).max(599) });
const isRefusal = (thrown: unknown) => refusalSchema.safeParse(thrown).success;

/** Why an attempt failed, for operators; never what the mail says. */
const faultOf = (thrown: unknown) =>
  (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 500);

export const sendMailProcessor: Processor = processes(sendMail, async ({ mailId }, { attempt }) => {
  const [row] = await db.write.rows<MailRow>(sql`
    select ${mailColumns} from outgoing_mails where id = ${mailId}`);
  if (row === undefined) return cancelled("the mail is gone");
  if (row.state !== "waiting") return done();
  let answer: string | null;
  try {
    answer = await deliver(row);
  } catch (thrown) {
    const refused = isRefusal(thrown);
    const isLast = refused || attempt >= queues[sendMail.queue].attemptsMax;
    const fault = faultOf(thrown);
    await noteResult(mailId, { state: isLast ? "failed" : "waiting", fault });
    if (refused) return cancelled("the mail server refused it");
    throw thrown;
  }
  // The development mailbox keeps secrets, to show them.
  const forget = row.encrypted && mailTransport() !== null;
  await noteResult(mailId, { state: "sent", answer, forget });
  return done();
});
