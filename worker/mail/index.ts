import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { followMailboxes } from "./imap";
import { type MailDoor, openSmtp } from "./smtp";

type Closing = { close: () => Promise<void> };

const isTaken = (thrown: unknown) =>
  thrown instanceof Error && "code" in thrown && thrown.code === "EADDRINUSE";

/**
 * Several workers of one machine share one door: whoever finds it taken waits beside it and opens
 * it when the other one is gone.
 */
async function standAtDoor(port: number): Promise<Closing> {
  let door: MailDoor | null = null;
  let closed = false;
  let opening = Promise.resolve();
  const open = async () => {
    if (door !== null || closed) return;
    try {
      door = await openSmtp(port);
    } catch (thrown) {
      if (!isTaken(thrown)) throw thrown;
      log().debug({ port }, "another worker takes the mail here");
    }
  };
  await open();
  const timer = setInterval(() => {
    opening = opening
      .then(open)
      .catch((err: unknown) => log().warn({ err, port }, "the door for mail could not be opened"));
  }, limits.imapSweepMs);
  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await opening;
      await door?.close();
    },
  };
}

/**
 * The ways by which mail reaches us: those that others push through, and those that we look into.
 * They are open in the workers that also read the mail.
 */
export async function openMail(queues: readonly string[]): Promise<Closing> {
  if (!queues.includes("mail-in")) return { close: async () => undefined };
  const { SMTP_IN_PORT } = env();
  const smtp = SMTP_IN_PORT === undefined ? null : await standAtDoor(SMTP_IN_PORT);
  const imap = followMailboxes();
  return {
    close: async () => {
      await Promise.all([smtp?.close(), imap.close()]);
    },
  };
}
