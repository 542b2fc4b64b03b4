import { markSpam } from "@/modules/tickets";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { aCommandId, aPerson } from "./builders";
import { aLetter, aMailbox } from "./letters";
import type { Scene } from "./scene";

/** A mail in a state, with its original; of a message where one is named. */
async function aRawMail(state: "suspended" | "trashed", of?: Pick<Scene, "ticketId">) {
  const id = newId();
  const mailboxId = await aMailbox(`m-${id}@desk.example`);
  const trashedAt = state === "trashed" ? new Date(0) : null;
  const messages = await db.write.rows<{ id: string }>(sql`
    select id from ticket_messages where ticket_id = ${of?.ticketId ?? null}::uuid limit 1`);
  await db.write.rows(sql`
    insert into raw_mails (id, mailbox_id, came_by, received_at, sha256, bytes, state, trashed_at,
      message_row_id)
    values (${id}, ${mailboxId}, 'smtp', now(), ${id}, 10, ${state}, ${trashedAt},
      ${messages[0]?.id ?? null})`);
  await db.write.rows(sql`
    insert into raw_mail_contents (raw_mail_id, content)
    values (${id}, ${aLetter({ from: "anna@x.example" })})`);
  return { rawMailId: id, messageId: messages[0]?.id };
}

async function aBlockedSender(): Promise<string> {
  const id = newId();
  const admin = await aPerson({ role: "admin" });
  await db.write.rows(sql`
    insert into blocked_senders (id, pattern, created_by, created_at)
    values (${id}, ${`${id}@x.example`}, ${admin.id}, now())`);
  return id;
}

const imap = {
  ...{ host: "127.0.0.1", port: 1, secure: false, user: "help", password: "secret" },
};

/** What the procedures of the mail are called with. */
export const mailCalls: Record<string, (scene: Scene) => unknown> = {
  "tickets.markSpam": ({ ticketId }) => ({ ticketId }),
  "tickets.unmarkSpam": async ({ ticketId }) => {
    const agent = await aPerson({ role: "agent" });
    await markSpam.execute(agent, { commandId: aCommandId(), ticketId });
    return { ticketId };
  },
  "tickets.trash": () => ({}),
  "mail.mailboxes": () => undefined,
  "mail.saveMailbox": () => ({
    ...{ held: null, name: "Help", address: `m-${aCommandId()}@desk.example` },
    ...{ fromName: "", isDefault: false, enabled: true, imap: null },
  }),
  "mail.testMailbox": () => ({ mailboxId: null, imap }),
  "mail.list": () => ({ state: "suspended" }),
  "mail.original": async () => ({ rawMailId: (await aRawMail("suspended")).rawMailId }),
  "mail.originalOfMessage": async (scene) => ({
    messageId: (await aRawMail("suspended", scene)).messageId,
  }),
  "mail.readAgain": async () => ({ rawMailId: (await aRawMail("suspended")).rawMailId }),
  "mail.trash": async () => ({ rawMailId: (await aRawMail("suspended")).rawMailId }),
  "mail.restore": async () => ({ rawMailId: (await aRawMail("trashed")).rawMailId }),
  "mail.blocked": () => ({}),
  "mail.block": () => ({ pattern: `${aCommandId()}@x.example` }),
  "mail.unblock": async () => ({ blockedId: await aBlockedSender() }),
};
