import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { createTicket } from "@/modules/conversations";
import { systemActor } from "@/platform/auth/actor";
import { command, commandIdSchema } from "@/platform/command";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { type NewMail, queueMails, replySigners } from "@/platform/mailer";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aMailbox } from "@/testing/letters";
import { replyTarget } from "../rules/reply-address";
import "./sender";

let services: TestServices;
let ticketId = "";
beforeAll(async () => {
  services = await testServices({ MAIL_FROM: "Old name <no-reply@desk.example>" });
  await db.write.rows(sql`update workspace set name = 'Fjord & Fern'`);
  const asked = { commandId: aCommandId(), subject: "The door", body: "It jams." };
  const made = await createTicket.execute(await aPerson(), createTicket.schema.parse(asked));
  ticketId = made.ticketId;
});
afterAll(() => services.close());

type Sent = { from_name: string; from_address: string; reply_to: string | null };

/** Queues letters that name no sender, and gives in whose name they go. */
async function sentAs(...letters: Pick<NewMail, "kind" | "ticketId">[]): Promise<Sent[]> {
  const words = { to: "anna@x.example", subject: "Hello", text: "Hi", html: "<p>Hi</p>" };
  const schema = z.object({ commandId: commandIdSchema });
  const ids: string[] = [];
  const write = command("test.mail", schema, async (tx, { now }) => {
    const queued = await queueMails(
      tx,
      letters.map((letter) => ({ ...letter, ...words })),
      now,
    );
    ids.push(...queued.map(({ mailId }) => mailId));
    return {};
  });
  await write.execute(systemActor, { commandId: newId() });
  return db.write.rows<Sent>(sql`
    select from_name, from_address, reply_to from outgoing_mails
    where id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], id)`);
}

test("without a mailbox letters go from the address of the environment, under the desk's own name", async () => {
  const silent = {
    ...{ from_name: "Fjord & Fern", from_address: "no-reply@desk.example" },
    reply_to: null,
  };
  expect(await sentAs({ kind: "rating", ticketId }, { kind: "notice", ticketId })).toEqual([
    silent,
    silent,
  ]);
});

test("with one, customers' letters go from it and take answers; a colleague's answer would be one to the customer", async () => {
  const usual = await aMailbox("help@desk.example");
  const schools = await aMailbox("schools@desk.example");
  await db.write.rows(sql`update mailboxes set is_default = id = ${usual},
    from_name = case when id = ${usual} then '' else 'Schools' end`);
  const [account, rating, notice] = await sentAs(
    { kind: "export" },
    { kind: "rating", ticketId },
    { kind: "notice", ticketId },
  );
  const help = { from_name: "Fjord & Fern", from_address: "help@desk.example" };
  expect(account).toEqual({ ...help, reply_to: null });
  expect(rating).toMatchObject(help);
  expect(replyTarget(rating?.reply_to ?? "", replySigners())).toEqual({
    ...{ kind: "ticket", id: ticketId },
  });
  expect(notice).toMatchObject({ from_address: "no-reply@desk.example", reply_to: null });
  await db.write.rows(sql`insert into ticket_mailboxes values (${ticketId}, ${schools})`);
  expect(await sentAs({ kind: "rating", ticketId })).toMatchObject([
    { from_name: "Schools", from_address: "schools@desk.example" },
  ]);
});
