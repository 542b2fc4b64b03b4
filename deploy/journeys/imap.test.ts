import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { encryptText } from "@/platform/mailer";
import { type TestServices, testServices } from "@/testing/database";
import { aLetter } from "@/testing/letters";
import {
  dovecotOrInstall,
  type RunningDovecot,
  startDovecot,
} from "../../scripts/services/dovecot";
import { followMailboxes } from "../../worker/mail/imap";

const folder = mkdtempSync(join(tmpdir(), "imap-"));
let services: TestServices;
let dovecot: RunningDovecot;
beforeAll(async () => {
  services = await testServices();
  dovecot = await startDovecot(
    dovecotOrInstall(() => undefined),
    folder,
  );
}, 180_000);
afterAll(async () => {
  await dovecot.stop();
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A mailbox of ours that is fetched from there. */
async function fetched(user: string, { port = dovecot.port, password = dovecot.password } = {}) {
  const id = newId();
  await db.write.rows(sql`
    insert into mailboxes (id, name, address, imap_host, imap_port, imap_secure, imap_user,
      imap_password, created_at, updated_at)
    values (${id}, 'Help', ${`${user}@desk.example`}, '127.0.0.1', ${port}, false, ${user},
      ${encryptText(password, `mailbox.${id}.imap`)}, now(), now())`);
  return id;
}

async function asClient<Result>(user: string, work: (client: ImapFlow) => Promise<Result>) {
  const { port, password } = dovecot;
  const client = new ImapFlow({
    ...{ host: "127.0.0.1", port, secure: false, logger: false },
    auth: { user, pass: password },
  });
  await client.connect();
  await client.mailboxOpen("INBOX");
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}

const puts = (user: string, letters: readonly Buffer[], flags: string[] = []) =>
  asClient(user, async (client) => {
    for (const letter of letters) await client.append("INBOX", letter, flags);
  });

const unseen = (user: string) =>
  asClient(user, async (client) => ((await client.search({ seen: false })) || []).length);

const kept = async (mailboxId: string) =>
  (await db.write.rows(sql`select id from raw_mails where mailbox_id = ${mailboxId}`)).length;

const aName = () => `m${newId().slice(-10)}`;
const letters = (count: number) =>
  Array.from({ length: count }, (_, at) => aLetter({ from: "anna@x.example", subject: `N${at}` }));

test("what nobody has read is fetched, then what comes; each is marked as read when it lies here", async () => {
  const user = aName();
  await puts(user, letters(2));
  await puts(user, letters(1), ["\\Seen"]);
  const id = await fetched(user);
  const imap = followMailboxes();
  await expect.poll(() => kept(id)).toBe(2);
  await expect.poll(() => unseen(user)).toBe(0);
  await puts(user, letters(3));
  await expect.poll(() => kept(id)).toBe(5);
  await imap.close();
  const [row] = await db.write.rows<{ fault: string | null; leased_by: string | null }>(sql`
    select fault, leased_by from mailboxes where id = ${id}`);
  expect(row).toMatchObject({ fault: null, leased_by: null });
});

/** A way to the server that breaks after some bytes, the given number of times. */
async function aBreakingWay(bytesMax: number, times: number) {
  let breaks = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const there = connect(dovecot.port, "127.0.0.1");
    let bytes = 0;
    for (const one of [socket, there]) {
      sockets.add(one);
      one.on("error", () => undefined);
      one.on("close", () => {
        socket.destroy();
        there.destroy();
      });
    }
    socket.pipe(there);
    there.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax && breaks < times) {
        breaks += 1;
        socket.destroy();
      } else socket.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    broken: () => breaks,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test("a connection that breaks in the middle of a mail loses none and doubles none", async () => {
  const user = aName();
  const large = Array.from({ length: 6 }, () =>
    aLetter({ from: "anna@x.example", text: `${"It jams. ".repeat(4_000)}${newId()}` }),
  );
  await puts(user, large);
  const way = await aBreakingWay(90_000, 2);
  const id = await fetched(user, { port: way.port });
  const imap = followMailboxes();
  await expect.poll(() => kept(id)).toBe(6);
  await expect.poll(() => unseen(user)).toBe(0);
  expect(way.broken()).toBe(2);
  await imap.close();
  way.close();
});

test("a mail of 60 MB stays in its mailbox, admins see whose it is, and what comes after it comes in", async () => {
  const user = aName();
  const large = aLetter({
    from: "anna@x.example",
    subject: "All our photos",
    raw: `${"It jams. ".repeat(8)}\r\n`.repeat(60_000_000 / 74),
  });
  await puts(user, [large, ...letters(1)]);
  const id = await fetched(user);
  const imap = followMailboxes();
  await expect.poll(() => kept(id)).toBe(2);
  await expect.poll(() => unseen(user)).toBe(0);
  await imap.close();
  const rows = await db.write.rows<{ state: string; reason: string | null; held: number }>(sql`
    select state, reason, octet_length(content) as held from raw_mails
    join raw_mail_contents on raw_mail_id = id where mailbox_id = ${id} order by state`);
  expect(rows).toMatchObject([
    { state: "quarantined", reason: expect.stringMatching(/6\d MB.*still in the mailbox/) },
    { state: "stored", reason: null },
  ]);
  expect(rows[0]?.held).toBeLessThan(10_000);
  const there = asClient(user, async (client) => (await client.search({ all: true })) || []);
  expect(await there).toHaveLength(2);
});

test("two workers share the mailboxes, and one takes over what the other leaves", async () => {
  const user = aName();
  const id = await fetched(user);
  const one = followMailboxes();
  const holder = async () =>
    (
      await db.write.rows<{ leased_by: string | null }>(sql`
      select leased_by from mailboxes where id = ${id}`)
    )[0]?.leased_by;
  await expect.poll(holder).not.toBeNull();
  const first = await holder();
  const other = followMailboxes();
  await puts(user, letters(1));
  await expect.poll(() => kept(id)).toBe(1);
  expect(await holder()).toBe(first);
  await one.close();
  await expect.poll(holder).toEqual(expect.any(String));
  await puts(user, letters(1));
  await expect.poll(() => kept(id)).toBe(2);
  await other.close();
});

test("a mailbox that cannot be opened says why, and the others go on", async () => {
  const [bad, good] = [aName(), aName()];
  const closed = await fetched(bad, { password: "wrong" });
  const open = await fetched(good);
  await puts(good, letters(1));
  const imap = followMailboxes();
  await expect.poll(() => kept(open)).toBe(1);
  const fault = async () =>
    (
      await db.write.rows<{ fault: string | null }>(sql`
      select fault from mailboxes where id = ${closed}`)
    )[0]?.fault;
  await expect.poll(fault).toMatch(/auth/i);
  await imap.close();
});
