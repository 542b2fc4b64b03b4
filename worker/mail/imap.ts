import { type FetchedMailbox, leaseMailboxes, leaveMailboxes, noteFault } from "@/modules/mail";
import { monotonicMs } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { followOnce } from "./imap-connection";

type Follower = { version: number; stop: AbortController; ended: Promise<void> };

const faultOf = (thrown: unknown) => {
  if (!(thrown instanceof Error)) return String(thrown);
  const said = "responseText" in thrown ? thrown.responseText : undefined;
  return typeof said === "string" && said !== "" ? said : thrown.message;
};

/** Waits before the next try, longer each time; ends at once when it is over. */
function pause(tries: number, signal: AbortSignal): Promise<void> {
  const waitMs = Math.min(limits.imapBackoffMsMin * 2 ** tries, limits.imapBackoffMsMax);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}

/**
 * Keeps to one mailbox: after every fault it connects again, later and later while it does not hold.
 * Each time it goes on from where `latest` says that we are.
 */
async function follow(latest: () => FetchedMailbox, signal: AbortSignal): Promise<void> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    const mailbox = latest();
    const startedMs = monotonicMs();
    try {
      await followOnce(mailbox, signal);
    } catch (thrown) {
      if (monotonicMs() - startedMs > limits.imapPollMs) tries = 0;
      const fault = faultOf(thrown);
      log().warn({ mailbox: mailbox.id, fault }, "a mailbox could not be followed");
      await noteFault(mailbox.id, fault).catch(() => undefined);
    }
    await pause(tries, signal);
  }
}

/**
 * Follows the mailboxes that are fetched, each by one worker at a time. A mailbox that was changed
 * is begun anew; one that another worker lost is taken over.
 */
export function followMailboxes(): { close: () => Promise<void> } {
  const holder = newId();
  const followers = new Map<string, Follower>();
  let newest = new Map<string, FetchedMailbox>();
  let closed = false;

  const end = async (id: string) => {
    const follower = followers.get(id);
    followers.delete(id);
    follower?.stop.abort();
    await follower?.ended;
  };
  const begin = (mailbox: FetchedMailbox) => {
    const stop = new AbortController();
    const ended = follow(() => newest.get(mailbox.id) ?? mailbox, stop.signal);
    followers.set(mailbox.id, { version: mailbox.version, stop, ended });
  };
  const look = async () => {
    const held = await leaseMailboxes(holder);
    newest = new Map(held.map((mailbox) => [mailbox.id, mailbox]));
    for (const [id, { version }] of followers)
      if (newest.get(id)?.version !== version) await end(id);
    for (const mailbox of held) if (!closed && !followers.has(mailbox.id)) begin(mailbox);
  };

  let looking = Promise.resolve();
  const sweep = () => {
    looking = looking
      .then(() => (closed ? undefined : look()))
      .catch((err: unknown) => log().warn({ err }, "mailboxes could not be looked up"));
  };
  sweep();
  const timer = setInterval(sweep, limits.imapSweepMs);
  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await looking;
      await Promise.all([...followers.keys()].map(end));
      await leaveMailboxes(holder).catch(() => undefined);
    },
  };
}
