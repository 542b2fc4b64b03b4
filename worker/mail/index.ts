import { env } from "@/platform/env";
import { followMailboxes } from "./imap";
import { openSmtp } from "./smtp";

/** The ways by which mail reaches us: those that others push through, and those that we look into. */
export async function openMail(): Promise<{ close: () => Promise<void> }> {
  const { SMTP_IN_PORT } = env();
  const smtp = SMTP_IN_PORT === undefined ? null : await openSmtp(SMTP_IN_PORT);
  const imap = followMailboxes();
  return {
    close: async () => {
      await Promise.all([smtp?.close(), imap.close()]);
    },
  };
}
