import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { forgetEnv } from "@/platform/env";
import { mailTransport } from "@/platform/mailer/transport";
import { forgetShared } from "@/platform/process";

export type Received = { mail: ParsedMail; raw: Buffer; recipients: string[] };

/**
 * A real mail server, which this process sends to from now on. It answers each mail with the next of
 * `codes`, and takes it when there is none left.
 */
export async function aMailServer(
  stubEnv: (name: string, value: string) => void,
  codes: number[] = [],
) {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        simpleParser(raw).then((mail) => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          received.push({ mail, raw, recipients });
          const code = codes.shift();
          callback(
            code === undefined ? null : Object.assign(new Error("not now"), { responseCode: code }),
          );
        }, callback);
      });
    },
  });
  const listening: { address(): AddressInfo | string | null } = server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : 0;
  stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  forgetEnv();
  forgetShared("mail-transport");
  return {
    received,
    close: async () => {
      mailTransport()?.close();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}
