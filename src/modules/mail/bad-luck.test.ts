import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { awkwardLetters } from "@/testing/awkward";
import { type TestServices, testServices } from "@/testing/database";
import { aLetter, aMailbox } from "@/testing/letters";
import { keepMail } from "./commands/keep-mail";
import { takeInMail } from "./jobs";
import { mailProcessors } from "./processors";

const folder = mkdtempSync(join(tmpdir(), "mail-luck-"));
let services: TestServices;
let mailboxId: string;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: join(folder, "files") });
  mailboxId = await aMailbox("help@desk.example");
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

async function keeps(content: Buffer): Promise<string> {
  await keepMail(content, { mailboxId, cameBy: "imap" });
  const [stored] = await db.write.rows<{ id: string }>(sql`
    select id from raw_mails where state = 'stored' order by received_at desc, id desc limit 1`);
  return stored?.id ?? "";
}

/** Lets the worker's own processor have a go at a mail; gives what it threw, if it did. */
async function attempts(rawMailId: string, attempt = 1): Promise<unknown> {
  const processor = mailProcessors.find(({ name }) => name === takeInMail.name);
  const about = { requestId: null, attempt, signal: new AbortController().signal };
  try {
    await processor?.run({ rawMailId, round: 1, sweep: 0 }, about);
    return null;
  } catch (thrown) {
    return thrown;
  }
}

type Became = {
  state: string;
  outcome: string | null;
  reason: string | null;
  ticket_id: string | null;
  text: string | null;
  html: string | null;
  created_at: Date;
  received_at: Date;
};
async function became(rawMailId: string) {
  const [row] = await db.write.rows<Became>(sql`
    select raw_mails.state, outcome, reason, raw_mails.ticket_id, raw_mails.received_at,
      ticket_messages.body_text as text,
      ticket_messages.body_html as html, ticket_messages.created_at
    from raw_mails left join ticket_messages on ticket_messages.id = message_row_id
    where raw_mails.id = ${rawMailId}`);
  return row;
}
const filesOf = (rawMailId: string) =>
  db.write.rows<{ name: string }>(sql`
    select name from attachments where message_id = (
      select message_row_id from raw_mails where id = ${rawMailId})`);
const from = () => `${newId()}@x.example`;
const withFile = () =>
  aLetter({
    from: from(),
    files: [{ name: "notes.txt", type: "text/plain", base64: "d29yZHM=" }],
  });

describe("while a disk is full a letter waits, however often it is tried, and then comes in once", () => {
  const isUnavailable = (code: string) => ({ code, rule: { client: "retry" } });

  test("the database's", async () => {
    const id = await keeps(withFile());
    // What PostgreSQL says when it cannot extend a file.
    await db.write.rows(sql`
      create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device'
        using errcode = 'disk_full'; end $$`);
    await db.write.rows(sql`
      create trigger full_disk before insert on ticket_messages
      for each row execute function full_disk()`);
    for (let attempt = 1; attempt <= limits.mailTriesMax + 2; attempt += 1)
      expect(await attempts(id, attempt)).toMatchObject(isUnavailable("database_unavailable"));
    expect(await became(id)).toMatchObject({ state: "stored", ticket_id: null });
    await db.write.rows(sql`drop function full_disk cascade`);
    expect(await attempts(id)).toBeNull();
    expect(await attempts(id)).toBeNull();
    expect(await became(id)).toMatchObject({ state: "decided", outcome: "new", text: "It jams." });
    expect(await filesOf(id)).toEqual([{ name: "notes.txt" }]);
  });

  test("that of the files", async () => {
    const kept = join(folder, "files", "kept");
    rmSync(kept, { recursive: true, force: true });
    // Where files would lie there is a way to nowhere, for root as for anybody.
    symlinkSync("/proc/nowhere", kept);
    const id = await keeps(withFile());
    for (let attempt = 1; attempt <= limits.mailTriesMax + 2; attempt += 1)
      expect(await attempts(id, attempt)).toMatchObject(isUnavailable("storage_unavailable"));
    expect(await became(id)).toMatchObject({ state: "stored" });
    rmSync(kept);
    expect(await attempts(id)).toBeNull();
    expect(await became(id)).toMatchObject({ state: "decided", outcome: "new" });
    expect(await filesOf(id)).toEqual([{ name: "notes.txt" }]);
  });
});

test("a letter to 10,000 makes one ticket, and none of them a participant or a person", async () => {
  const people = async () =>
    (await db.write.rows<{ n: number }>(sql`select count(*)::int as n from users`))[0]?.n ?? 0;
  const before = await people();
  const to = Array.from({ length: 10_000 }, (_, at) => `s${at}@elsewhere.example`).join(",\r\n ");
  const id = await keeps(aLetter({ from: from(), to: `help@desk.example,\r\n ${to}` }));
  expect(await attempts(id)).toBeNull();
  const row = await became(id);
  expect(row).toMatchObject({ state: "decided", outcome: "new" });
  const [ticket] = await db.write.rows<{ participant_ids: string[] }>(sql`
    select participant_ids from tickets where id = ${row?.ticket_id ?? null}`);
  expect(ticket?.participant_ids).toEqual([]);
  expect(await people()).toBe(before + 1);
});

test("what is small on its way and huge when unpacked is refused by its kind, or kept as small as it came", async () => {
  const [known, unknown] = [
    gzipSync(Buffer.alloc(30_000_000)),
    deflateRawSync(Buffer.alloc(30_000_000)),
  ];
  const id = await keeps(
    aLetter({
      from: from(),
      files: [
        { name: "a.gz", type: "application/gzip", base64: known.toString("base64") },
        { name: "a.bin", type: "application/x-any", base64: unknown.toString("base64") },
      ],
    }),
  );
  expect(await attempts(id)).toBeNull();
  const row = await became(id);
  expect(row).toMatchObject({ state: "decided", outcome: "new" });
  expect(row?.html).toMatch(/Not kept: a\.gz/);
  const kept = await db.write.rows<{ bytes: string }>(sql`
    select bytes from attachments where message_id = (
      select message_row_id from raw_mails where id = ${id})`);
  expect(kept.map(({ bytes }) => Number(bytes))).toEqual([unknown.length]);
});

test.each(awkwardLetters)("comes in: $says", async ({ raw, read }) => {
  const own = Buffer.from(raw.toString("latin1").replaceAll("anna@x.example", from()), "latin1");
  const id = await keeps(own);
  expect(await attempts(id)).toBeNull();
  const row = await became(id);
  expect(row).toMatchObject({ state: "decided", outcome: read.action ?? "new" });
  if (typeof read.words === "string") expect(row?.text).toContain(read.words);
  // A date that its sender made up moves nothing: the letter is as old as its coming.
  expect(row?.created_at.getTime()).toBeGreaterThanOrEqual(row?.received_at.getTime() ?? 0);
});
