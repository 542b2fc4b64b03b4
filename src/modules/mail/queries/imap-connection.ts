import { ImapFlow } from "imapflow";
import { limits } from "@/platform/limits";

/** How to reach a folder of an IMAP server. */
export type ImapPlace = {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  folder: string;
};

/** A connection that is not opened yet; it waits for nothing without a bound. */
export function imapConnection(
  place: ImapPlace,
  waitMsMax: number = limits.imapWaitMsMax,
): ImapFlow {
  const { host, port, secure, user, password } = place;
  return new ImapFlow({
    ...{ host, port, secure, auth: { user, pass: password } },
    logger: false,
    connectionTimeout: waitMsMax,
    greetingTimeout: waitMsMax,
    socketTimeout: limits.imapSilenceMsMax,
    maxIdleTime: limits.imapPollMs,
  });
}

/** What a mail server says when it refuses, else what went wrong on the way to it. */
export function imapFault(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const said = "responseText" in thrown ? thrown.responseText : undefined;
  return typeof said === "string" && said !== "" ? said : thrown.message;
}

/** Whether a folder can be opened as it is described; null when it can, else why not. */
export async function tryImap(place: ImapPlace): Promise<string | null> {
  const client = imapConnection(place, limits.imapTestMsMax);
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen(place.folder, { readOnly: true });
    return null;
  } catch (thrown) {
    return imapFault(thrown);
  } finally {
    client.close();
  }
}
