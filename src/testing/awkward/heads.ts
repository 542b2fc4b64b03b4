import { type AwkwardLetter, bytes, crlf, from, plain } from "./letter";

export const heads: AwkwardLetter[] = [
  {
    says: "a letter of two bytes, half of it in one encoded word and half in the next",
    raw: plain(["Subject: =?UTF-8?Q?caf=C3?=", " =?UTF-8?Q?=A9?="], "It jams."),
    read: { subject: "café" },
  },
  {
    says: "encoded words that break the rules: blanks within, and no end",
    raw: plain(["Subject: =?utf-8?Q?Two words?= and =?utf-8?Q?half"], "It jams."),
    read: { subject: /words.*half/ },
  },
  {
    says: "an encoded word within quotes",
    raw: bytes(
      crlf('From: "=?utf-8?Q?J=C3=B6rg?=" <joerg@x.example>', "Subject: S", "", "It jams."),
    ),
    read: { from: "joerg@x.example", fromName: "Jörg" },
  },
  {
    says: "UTF-8 in a header without any encoding",
    raw: plain(["Subject: Gr\xc3\xbc\xc3\x9fe"], "It jams."),
    read: { subject: "Grüße" },
  },
  {
    says: "Latin-1 in a header without any encoding",
    raw: plain(["Subject: Gr\xfc\xdfe"], "It jams."),
    read: { subject: /^Gr.+e$/ },
  },
  {
    says: "a subject of a hundred thousand letters",
    raw: plain([`Subject: ${"long ".repeat(20_000)}`], "It jams."),
    read: { subject: /^long / },
  },
  {
    says: "a header with zero bytes",
    raw: plain(["Subject: a\x00b"], "It jams."),
    read: { subject: /^a.?b$/ },
  },
  {
    says: "two Message-IDs",
    raw: plain(["Message-ID: <first@x.example>", "Message-ID: <second@x.example>"], "It jams."),
    read: { messageId: "<first@x.example>" },
  },
  {
    says: "a folded Message-ID",
    raw: plain(["Message-ID:", "\t<folded@x.example>"], "It jams."),
    read: { messageId: "<folded@x.example>" },
  },
  {
    says: "a Message-ID without its brackets",
    raw: plain(["Message-ID: bare@x.example"], "It jams."),
    read: { messageId: "<bare@x.example>" },
  },
  {
    says: "a Message-ID that is none",
    raw: plain(["Message-ID: <>"], "It jams."),
    read: { messageId: null },
  },
  {
    says: "no date",
    raw: plain([], "It jams."),
    read: { date: null },
  },
  {
    says: "a date in a far future",
    raw: plain(["Date: Mon, 1 Jan 2085 10:00:00 +0000"], "It jams."),
    read: { date: "2085-01-01T10:00:00.000Z" },
  },
  {
    says: "a date with the name of its zone",
    raw: plain(["Date: Tue, 24 Nov 2026 10:00:00 +0100 (CET)"], "It jams."),
    read: { date: "2026-11-24T09:00:00.000Z" },
  },
  {
    says: "two thousand references",
    raw: plain(
      ["References:", ...Array.from({ length: 2_000 }, (_, at) => ` <r${at}@x.example>`)],
      "It jams.",
    ),
    read: { references: 2_000 },
  },
  {
    says: "nobody that it is to",
    raw: bytes(crlf(from, "To: undisclosed-recipients:;", "Subject: S", "", "It jams.")),
    read: { to: 0, action: "new" },
  },
  {
    says: "two senders",
    raw: bytes(crlf("From: a@x.example, b@x.example", "Subject: S", "", "It jams.")),
    read: { from: "a@x.example" },
  },
  {
    says: "a line of a mail folder before the first header",
    raw: bytes(
      crlf("From anna@x.example Tue Nov 24 10:00:00 2026", from, "Subject: S", "", "It jams."),
    ),
    read: { from: "anna@x.example", words: "It jams." },
  },
  {
    says: "lines that end as on old machines",
    raw: bytes(`${from}\nSubject: S\n\nIt jams.\n`),
    read: { subject: "S", words: "It jams." },
  },
  {
    says: "remarks and blanks within addresses, names and times, as RFC 5322 shows of old letters",
    raw: bytes(
      crlf(
        "From  : John Doe <jdoe@machine(comment).  example>",
        "To:A Group(Some people)",
        "     :Chris Jones <c@(Chris's host.)public.example>,",
        "         joe@example.org, , jdoe@test  . example,",
        "  John <jdoe@one.test> (my dear friend); (the end of the group)",
        "Subject     : Saying Hello",
        "Date  : Fri, 21 Nov 1997 09(comment (inner)):   55  :  06 -0600",
        "Message-ID  : <1234   @   local(blah)  .machine .example>",
        "In-Reply-To: <12 @ x(y).example>",
        "",
        "It jams.",
      ),
    ),
    read: {
      from: "jdoe@machine.example",
      fromName: "John Doe",
      to: 4,
      date: "1997-11-21T15:55:06.000Z",
      messageId: "<1234@local.machine.example>",
    },
  },
  {
    says: "a field of a megabyte of blanks",
    raw: plain([`Date: a${" ".repeat(1_000_000)}b`], "It jams."),
    read: { date: null, words: "It jams." },
  },
];
