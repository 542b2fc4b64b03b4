import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { type TestServices, testServices } from "@/testing/database";
import { aLetter, aMailbox } from "@/testing/letters";
import { keepMail } from "./commands/keep-mail";
import { takeIn } from "./commands/take-in";

const folder = mkdtempSync(join(tmpdir(), "mail-bad-"));
let services: TestServices;
let mailboxId: string;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder });
  mailboxId = await aMailbox("help@desk.example");
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Hands bytes over and takes them in; gives what became of them and what is shown of it. */
async function comes(content: Buffer) {
  await keepMail(content, { mailboxId, cameBy: "smtp" });
  const [stored] = await db.write.rows<{ id: string }>(sql`
    select id from raw_mails where state = 'stored' order by received_at desc, id desc limit 1`);
  await takeIn(stored?.id ?? "");
  const [raw] = await db.write.rows<{
    state: string;
    outcome: string | null;
    reason: string | null;
    message_row_id: string | null;
    subject: string | null;
  }>(sql`select * from raw_mails where id = ${stored?.id}`);
  const [message] = await db.write.rows<{ body_html: string; body_text: string }>(sql`
    select body_html, body_text from ticket_messages where id = ${raw?.message_row_id ?? null}`);
  const files = await db.write.rows<{ name: string; type: string }>(sql`
    select name, type from attachments where message_id = ${raw?.message_row_id ?? null}
    order by name`);
  return { ...raw, html: message?.body_html ?? "", text: message?.body_text ?? "", files };
}
const from = () => `${newId()}@x.example`;

/** An archive of one file that would unpack to gigabytes: its directory says so. */
function aZipBomb(): Buffer {
  const data = deflateRawSync(Buffer.alloc(1_000_000));
  const name = Buffer.from("a.txt");
  const unpacked = 4_000_000_000;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(unpacked, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(unpacked, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return Buffer.concat([local, name, data, central, name, end]);
}

describe("a hostile letter has a clear outcome, and stops no other", () => {
  test("an archive that would fill the disk, and a picture with a script, are not kept", async () => {
    const svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    const got = await comes(
      aLetter({
        from: from(),
        files: [
          { name: "a.zip", type: "application/zip", base64: aZipBomb().toString("base64") },
          { name: "x.svg", type: "image/svg+xml", base64: Buffer.from(svg).toString("base64") },
          { name: "ok.txt", type: "text/plain", base64: "d29yZHM=" },
        ],
      }),
    );
    expect(got.outcome).toBe("new");
    expect(got.files.map(({ name }) => name)).toContain("ok.txt");
    expect(got.files.map(({ name }) => name)).not.toContain("a.zip");
    expect(got.html).toContain("Not kept: a.zip: The archive would unpack");
    // The drawing is a file to be saved; no page of ours shows it as what it claims to be.
    expect(got.files.filter(({ type }) => /^image\/(png|jpeg|gif|webp|avif)$/.test(type))).toEqual(
      [],
    );
    expect(got.html).not.toMatch(/svg xmlns|alert/);
  });

  test("a header of a megabyte is read as far as it can be, or waits for an admin", async () => {
    const head = [`X-Long: ${"a".repeat(1_048_576)}`];
    const got = await comes(aLetter({ from: from(), head }));
    expect(["decided", "quarantined"]).toContain(got.state);
    if (got.state === "quarantined") expect(got.reason).toMatch(/It cannot be read/);
  });

  test("forwards within forwards, fifty deep", async () => {
    let inner = "From: a@x.example\r\nSubject: The innermost\r\n\r\nWords.";
    for (let depth = 0; depth < 50; depth += 1)
      inner = [
        `From: a${depth}@x.example`,
        `Subject: Fwd ${depth}`,
        `Content-Type: multipart/mixed; boundary="b${depth}"`,
        "",
        `--b${depth}`,
        "Content-Type: message/rfc822",
        "Content-Disposition: attachment",
        "",
        inner,
        `--b${depth}--`,
      ].join("\r\n");
    const got = await comes(Buffer.from(`To: help@desk.example\r\n${inner}`));
    expect(got).toMatchObject({ state: "decided", outcome: "new", subject: "Fwd 49" });
  });

  test("five thousand links", async () => {
    const links = Array.from(
      { length: 5_000 },
      (_, at) => `<a href="https://x.example/${at}">l</a>`,
    );
    const got = await comes(aLetter({ from: from(), html: `<p>${links.join(" ")}</p>` }));
    expect(got.outcome).toBe("new");
    expect(got.text.length).toBeGreaterThan(0);
  });

  test("a page nested deeper than any reader goes, and one without an end", async () => {
    const deep = `${"<div>".repeat(20_000)}Words.`;
    expect(await comes(aLetter({ from: from(), html: deep }))).toMatchObject({ outcome: "new" });
    const open = `<p>Words.<img src="cid:${"a".repeat(200_000)}`;
    expect(await comes(aLetter({ from: from(), html: open }))).toMatchObject({ outcome: "new" });
  });

  test("a page of some megabytes is cleaned as far as is read, and says so", async () => {
    const pages = "<p>It <b>jams</b>.</p>".repeat(200_000);
    const got = await comes(aLetter({ from: from(), html: `<style>p {}</style>${pages}` }));
    expect(got.outcome).toBe("new");
    expect(got.html).toContain("longer than is shown");
    expect(got.text.startsWith("It jams.")).toBe(true);
    expect(got.html.length).toBeLessThan(2 * limits.mailHtmlCharsMax);
  });

  test("a letter longer than is shown says so, and its original has all of it", async () => {
    const got = await comes(aLetter({ from: from(), text: "It jams. ".repeat(30_000) }));
    expect(got.outcome).toBe("new");
    expect(got.html).toContain("longer than is shown");
    expect(got.text.length).toBeLessThanOrEqual(100_000);
  });
});

describe("what the world sends broken is read as far as it can be", () => {
  const broken: [string, string, RegExp][] = [
    ["a wrong charset", "Content-Type: text/plain; charset=x-klingon\r\n\r\nwords", /words/],
    ["Latin letters without a name", "Content-Type: text/plain\r\n\r\nGr\xfc\xdfe", /Gr/],
    [
      "Japanese",
      "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1b$B$3$s$K$A$O\x1b(B",
      /こんにちは/,
    ],
    [
      "a part that never ends",
      'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nwords',
      /words/,
    ],
    [
      "a code that breaks off",
      "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\nd29yZH",
      /word/,
    ],
    [
      "quoted-printable that is none",
      "Content-Transfer-Encoding: quoted-printable\r\n\r\na=ZZ b",
      /b/,
    ],
    ["no text at all", "Content-Type: text/plain\r\n\r\n", /^$/],
    ["letters that are none", "Content-Type: text/plain\r\n\r\na\x00b\x07c", /a.?b.?c/],
  ];
  test.each(broken)("%s", async (_says, rest, words) => {
    const head = `From: ${from()}\r\nTo: help@desk.example\r\nSubject: S\r\n`;
    const got = await comes(Buffer.from(head + rest, "latin1"));
    expect(got).toMatchObject({ state: "decided", outcome: "new" });
    expect(got.text.trim()).toMatch(words);
  });

  test("an address that is none makes nobody", async () => {
    const got = await comes(Buffer.from("From: nobody at all\r\nSubject: S\r\n\r\nwords"));
    expect(got).toMatchObject({ outcome: "ignore" });
    const half = await comes(aLetter({ from: from(), subject: `${"x".repeat(199)}\u{1F600}` }));
    expect(half).toMatchObject({ outcome: "new" });
    const long = `${"a".repeat(300)}@x.example`;
    expect((await comes(aLetter({ from: long }))).outcome).toBe("ignore");
  });
});
