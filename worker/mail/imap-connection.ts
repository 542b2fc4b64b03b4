import { ImapFlow } from "imapflow";
import { type FetchedMailbox, keepMail, keepTooLarge, noteFetched } from "@/modules/mail";
import { assert } from "@/platform/errors";
import { limits } from "@/platform/limits";

const connectionTo = ({ host, port, secure, user, password }: FetchedMailbox) =>
  new ImapFlow({
    ...{ host, port, secure, auth: { user, pass: password } },
    logger: false,
    connectionTimeout: limits.imapWaitMsMax,
    greetingTimeout: limits.imapWaitMsMax,
    socketTimeout: limits.imapSilenceMsMax,
    maxIdleTime: limits.imapPollMs,
  });

/** Keeps one mail; only when it lies here it is marked as read there. */
async function keepOne(client: ImapFlow, mailbox: FetchedMailbox, uid: number): Promise<void> {
  const about = { mailboxId: mailbox.id, cameBy: "imap" } as const;
  const found = await client.fetchOne(String(uid), { size: true, headers: true }, { uid: true });
  // Somebody removed it before we looked.
  if (found === false) return;
  const bytes = found.size ?? 0;
  if (bytes > limits.rawMailBytesMax)
    await keepTooLarge(found.headers ?? new Uint8Array(), about, bytes);
  else {
    const whole = await client.fetchOne(String(uid), { source: true }, { uid: true });
    if (whole === false || whole.source === undefined) return;
    await keepMail(whole.source, about);
  }
  await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
}

type Place = { validity: string; seen: number | null; next: number };

/** Where we are in the opened folder; null where we have never been, or it was made anew. */
function placeIn(client: ImapFlow, mailbox: FetchedMailbox): Place {
  const { mailbox: folder } = client;
  assert(folder !== false, "a folder that was opened is open");
  const validity = String(folder.uidValidity);
  const seen = mailbox.seenValidity === validity ? mailbox.seenUid : null;
  return { validity, seen, next: folder.uidNext };
}

/** Fetches what is new, the oldest first; gives up to which mail all is here. */
async function fetchNew(client: ImapFlow, mailbox: FetchedMailbox, place: Place): Promise<number> {
  const { validity, seen } = place;
  // A folder that we see for the first time may hold years: what nobody has read yet is new.
  const wanted = seen === null ? { seen: false } : { uid: `${seen + 1}:*` };
  const uids = (await client.search(wanted, { uid: true })) || [];
  const fresh = uids.filter((uid) => uid > (seen ?? 0)).sort((one, other) => one - other);
  for (const uid of fresh) {
    await keepOne(client, mailbox, uid);
    if (seen !== null) await noteFetched(mailbox.id, { validity, uid });
  }
  const last = Math.max(seen ?? place.next - 1, fresh.at(-1) ?? 0);
  await noteFetched(mailbox.id, { validity, uid: last });
  return last;
}

/** Waits until the server says that something came, the connection ends, or it is time to look. */
function news(client: ImapFlow, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      client.off("exists", done);
      client.off("close", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, limits.imapPollMs);
    client.on("exists", done);
    client.on("close", done);
    signal.addEventListener("abort", done);
    if (signal.aborted || !client.usable) done();
  });
}

/**
 * Follows one mailbox over one connection until that ends: what is there is fetched, and what comes
 * is told by the server as it comes.
 * @throws what ended the connection, but for our own `signal`.
 */
export async function followOnce(mailbox: FetchedMailbox, signal: AbortSignal): Promise<void> {
  const client = connectionTo(mailbox);
  let broken: Error | undefined;
  client.on("error", (error: Error) => {
    broken = error;
  });
  const leave = () => client.close();
  signal.addEventListener("abort", leave);
  try {
    await client.connect();
    await client.mailboxOpen(mailbox.folder);
    const place = placeIn(client, mailbox);
    while (!signal.aborted) {
      // Asked for before we look: what comes while we look is looked for once more.
      const told = news(client, signal);
      place.seen = await fetchNew(client, mailbox, place);
      // By itself the client would only begin to listen after a while.
      client.idle().catch(() => undefined);
      await told;
      if (!client.usable && !signal.aborted) throw broken ?? new Error("The connection was lost.");
    }
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  } finally {
    signal.removeEventListener("abort", leave);
    client.close();
  }
}

/** Whether a mailbox can be opened as it is set up; what the server says else. */
export async function tryMailbox(mailbox: FetchedMailbox): Promise<void> {
  const client = connectionTo(mailbox);
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen(mailbox.folder, { readOnly: true });
  } finally {
    client.close();
  }
}
