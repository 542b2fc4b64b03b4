import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { previewMail } from "./preview-mail";

const noTicket = async () => null;
const letter = (head: string, body = "Hello there.") =>
  Buffer.from(
    `From: Ann <ann@x.example>\r\nSubject: Help\r\n${head}\r\n\r\n${body}`.replace(
      /\r\n\r\n\r\n/,
      "\r\n\r\n",
    ),
  );
const preview = (head: string, body?: string) => previewMail(letter(head, body), noTicket);

test("a plain letter makes a new ticket, with the senders' names and dates as they were meant", async () => {
  const head = [
    "To: Support <support@y.example>, Bob <bob@y.example>",
    "Cc: team: eve@z.example, dan@z.example;",
    "Reply-To: desk@x.example",
    "Date: Tue, 24 Nov 2026 10:00:00 +0100",
    "Message-ID: <1@x.example>",
    "References: <a@y.example>\r\n <b@y.example>",
    "In-Reply-To: <b@y.example>",
  ].join("\r\n");
  expect(await preview(head)).toMatchObject({
    subject: "Help",
    from: { address: "ann@x.example", name: "Ann" },
    to: [{ address: "support@y.example" }, { address: "bob@y.example" }],
    cc: [{ address: "eve@z.example" }, { address: "dan@z.example" }],
    replyTo: [{ address: "desk@x.example", name: "" }],
    date: "2026-11-24T09:00:00.000Z",
    messageId: "<1@x.example>",
    references: ["<a@y.example>", "<b@y.example>"],
    inReplyTo: "<b@y.example>",
    automatic: false,
    body: { text: "Hello there.", html: null },
    reply: "Hello there.",
    action: "new",
    ticket: null,
  });
});

describe("a machine's letter is known as one, and never answered by one of ours", () => {
  const machines: [string, string][] = [
    ["Auto-Submitted: auto-replied (vacation)", "ignore"],
    ["X-Autoreply: yes", "ignore"],
    ["Precedence: auto_reply", "ignore"],
    ["Subject: Automatic reply: Help", "ignore"],
    ["Return-Path: <>", "ignore"],
    ["Content-Type: multipart/report; report-type=disposition-notification; boundary=b", "ignore"],
    ["Content-Type: multipart/report; report-type=delivery-status; boundary=b", "bounce"],
    ["X-Failed-Recipients: bob@y.example", "bounce"],
    ["Auto-Submitted: auto-generated", "new"],
    ["List-Id: <news.z.example>", "new"],
    ["Precedence: bulk", "new"],
    ["X-Auto-Response-Suppress: All", "new"],
  ];
  test.each(machines)("%s: %s", async (head, action) => {
    const raw = Buffer.from(`From: ann@x.example\r\n${head}\r\n\r\nHello there.`);
    const answer = await previewMail(raw, noTicket);
    expect(answer).toMatchObject({ automatic: true, action });
    expect(answer.automaticReason).toMatch(/\.$/);
  });

  test("a person's is not, even where it says so", async () => {
    expect(await preview("Auto-Submitted: no")).toMatchObject({ automatic: false, action: "new" });
    expect(await preview("Precedence: normal")).toMatchObject({ automatic: false, action: "new" });
  });

  test("a mail system's is a bounce whatever else it says", async () => {
    const raw = Buffer.from(
      "Return-Path: <>\r\nFrom: MAILER-DAEMON@y.example\r\nSubject: Undelivered Mail\r\n\r\nNo.",
    );
    expect((await previewMail(raw, noTicket)).action).toBe("bounce");
  });
});

test("a found ticket takes the reply while it can, and after that gets a follow-up", async () => {
  const open = async () => ({ number: 42, takesReplies: true });
  const over = async () => ({ number: 42, takesReplies: false });
  expect(await previewMail(letter(""), open)).toMatchObject({ action: "reply", ticket: 42 });
  expect(await previewMail(letter(""), over)).toMatchObject({ action: "follow-up", ticket: 42 });
});

test("pages are cleaned, their words found, files named as they would be stored", async () => {
  const answer = await preview(
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b",
    [
      "--b\r\nContent-Type: text/html\r\n\r\n<p onclick=x>See <img src=cid:p1></p><script>x</script>",
      "--b\r\nContent-Type: image/gif; name=a.png\r\nContent-ID: <p1>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
      '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="../../etc/notes"\r\n\r\nwords',
      "--b--",
    ].join("\r\n"),
  );
  expect(answer.body.html).toContain('<p>See <img src="cid:p1"');
  expect(answer.body.html).not.toMatch(/onclick|script/);
  expect(answer.reply).toBe("See");
  expect(answer.attachments).toMatchObject([
    { name: "a.gif", type: "image/gif", inline: true },
    { name: "notes.txt", type: "text/plain", size: 5, inline: false },
  ]);
});

describe("a broken letter still gives what can be read", () => {
  const broken: [string, string, string][] = [
    ["no headers at all", "just some words", "just some words"],
    [
      "an unknown charset",
      "From: a@b.example\r\nContent-Type: text/plain; charset=klingon\r\n\r\nwords",
      "words",
    ],
    [
      "an unknown encoding",
      "From: a@b.example\r\nContent-Transfer-Encoding: yenc\r\n\r\nwords",
      "words",
    ],
    [
      "no end of its parts",
      'From: a@b.example\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nwords',
      "words",
    ],
    ["a date that is none", "From: a@b.example\r\nDate: yesterday-ish\r\n\r\nwords", "words"],
    ["line ends of another time", "From: a@b.example\n\nwords", "words"],
  ];
  test.each(broken)("%s", async (_, raw, text) => {
    const answer = await previewMail(Buffer.from(raw), noTicket);
    expect(answer.body.text).toContain(text);
    expect(answer.date).toBeNull();
  });

  test("and no bytes whatever make the reader fail", async () => {
    const start = fc.constantFrom(
      "",
      "From: a@b\r\n",
      "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
      "Subject: =?utf-8?b?",
    );
    const raw = fc.tuple(start, fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(raw, async ([head, bytes]) => {
        const answer = await previewMail(Buffer.concat([Buffer.from(head), bytes]), noTicket);
        expect(typeof answer.reply).toBe("string");
      }),
      { numRuns: 200 },
    );
  });

  test("the head of a letter of far too many parts, of which nobody can tell the words", async () => {
    const parts = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(5_000);
    const head =
      "Date: Tue, 24 Nov 2026 10:00:00 +0100\r\nContent-Type: multipart/mixed; boundary=b";
    expect(await preview(head, parts)).toMatchObject({
      subject: "Help",
      from: { address: "ann@x.example", name: "Ann" },
      date: "2026-11-24T09:00:00.000Z",
      action: "new",
    });
  });

  test("a subject that hides a second line in an encoded word is one line", async () => {
    const raw =
      "From: =?utf-8?Q?A=0D=0AB?= <a@x.example>\r\nSubject: =?utf-8?Q?a=0D=0ABcc:_b?=\r\n\r\nHi";
    expect(await previewMail(Buffer.from(raw), noTicket)).toMatchObject({
      subject: "a Bcc: b",
      from: { name: "A B" },
    });
  });

  test("nobody's letter makes no ticket", async () => {
    expect((await previewMail(Buffer.from("Subject: x\r\n\r\nwords"), noTicket)).action).toBe(
      "ignore",
    );
    expect((await previewMail(Buffer.alloc(0), noTicket)).action).toBe("ignore");
  });
});
