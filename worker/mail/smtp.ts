import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { keepMail, mailboxFor } from "@/modules/mail";
import { env } from "@/platform/env";
import { isAppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";

export type MailDoor = { port: number; close: () => Promise<void> };

/** An answer of the SMTP protocol: 4xx asks to come again, 5xx never will take it. */
const refusal = (responseCode: number, says: string) =>
  Object.assign(new Error(says), { responseCode });

const isAway = (thrown: unknown) => isAppError(thrown) && thrown.rule.client === "retry";

/** Whoever hands mail over keeps it and comes again, so that nothing is lost while we cannot write. */
function answerTo(thrown: unknown): Error {
  if (thrown instanceof Error && "responseCode" in thrown) return thrown;
  if (!isAway(thrown)) log().error({ err: thrown }, "a mail could not be kept");
  return refusal(451, "4.3.0 We cannot keep mail at this moment, please try again later");
}

/** Runs what an event of the protocol asks for and says how it went. */
function answering(work: Promise<unknown>, callback: (error?: Error | null) => void): void {
  work.then(
    () => callback(),
    (thrown: unknown) => callback(answerTo(thrown)),
  );
}

async function checkRecipient(address: string, session: SMTPServerSession): Promise<void> {
  if (session.envelope.rcptTo.length >= limits.mailRecipientsMax)
    throw refusal(452, "4.5.3 Too many recipients in one mail, send the others apart");
  if ((await mailboxFor([address])) === null)
    throw refusal(550, "5.1.1 There is no such mailbox here");
}

/** All of a mail, or null once it is larger than we take; the rest is read and dropped. */
async function contentOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  let chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += Buffer.byteLength(chunk);
    if (bytes > limits.rawMailBytesMax) chunks = [];
    else chunks.push(Buffer.from(chunk));
  }
  return bytes > limits.rawMailBytesMax ? null : Buffer.concat(chunks);
}

async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const content = await contentOf(stream);
  if (content === null)
    throw refusal(552, `5.3.4 A mail may have ${limits.rawMailBytesMax} bytes, this one has more`);
  const { mailFrom, rcptTo } = session.envelope;
  const envelopeTo = rcptTo.map(({ address }) => address);
  const mailboxId = await mailboxFor(envelopeTo);
  if (mailboxId === null) throw refusal(550, "5.1.1 There is no such mailbox here");
  const envelopeFrom = mailFrom === false ? "" : mailFrom.address;
  const peer = { address: session.remoteAddress, helo: session.hostNameAppearsAs || null };
  await keepMail(content, { mailboxId, cameBy: "smtp", envelopeFrom, envelopeTo, peer });
}

/**
 * Takes mail for our mailboxes from other mail servers. A mail is ours from the moment at which it
 * lies in the database; before that its sender keeps it.
 */
export async function openSmtp(port: number): Promise<MailDoor> {
  const { SMTP_IN_HOST, SMTP_IN_CERTIFICATE } = env();
  const pem = SMTP_IN_CERTIFICATE === undefined ? null : readFileSync(SMTP_IN_CERTIFICATE);
  const server = new SMTPServer({
    banner: "InsightDesk",
    size: limits.rawMailBytesMax,
    maxClients: limits.smtpClientsMax,
    socketTimeout: limits.smtpSilenceMsMax,
    closeTimeout: limits.smtpCloseMsMax,
    disableReverseLookup: true,
    // Without a certificate of our own there is nothing to prove by one.
    disabledCommands: pem === null ? ["AUTH", "STARTTLS"] : ["AUTH"],
    ...(pem === null ? {} : { key: pem, cert: pem }),
    onRcptTo: ({ address }, session, callback) =>
      answering(checkRecipient(address, session), callback),
    onData: (stream, session, callback) => answering(take(stream, session), callback),
  });
  server.on("error", (err) => log().debug({ err }, "a mail connection broke"));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, SMTP_IN_HOST, resolve);
  });
  const address: AddressInfo | string | null = server.server.address();
  log().info({ host: SMTP_IN_HOST, port }, "mail is taken by SMTP");
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
