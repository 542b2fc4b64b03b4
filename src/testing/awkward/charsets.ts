import { type AwkwardLetter, letter, typed } from "./letter";

export const charsets: AwkwardLetter[] = [
  {
    says: "Japanese in ISO-2022-JP, in subject and text",
    raw: letter(
      [
        "Subject: =?ISO-2022-JP?B?GyRCJDMkcyRLJEEkTxsoQg==?=",
        "Content-Type: text/plain; charset=ISO-2022-JP",
      ],
      "\x1b$B$3$s$K$A$O\x1b(B",
    ),
    read: { subject: "こんにちは", words: "こんにちは" },
  },
  {
    says: "Japanese in Shift_JIS",
    raw: typed("text/plain; charset=Shift_JIS", "\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd"),
    read: { words: "こんにちは" },
  },
  {
    says: "Chinese in GB18030",
    raw: typed("text/plain; charset=gb18030", "\xc4\xe3\xba\xc3 \x82\x30\x81\x31"),
    read: { words: /你好/ },
  },
  {
    says: "Chinese in Big5",
    raw: typed("text/plain; charset=big5", "\xa7A\xa6n"),
    read: { words: "你好" },
  },
  {
    says: "Korean in EUC-KR under its old name",
    raw: typed("text/plain; charset=ks_c_5601-1987", "\xbe\xc8\xb3\xe7"),
    read: { words: "안녕" },
  },
  {
    says: "Russian in Windows-1251",
    raw: typed("text/plain; charset=windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2"),
    read: { words: "Привет" },
  },
  {
    says: "Russian in KOI8-R, coded as quoted-printable",
    raw: letter(
      [
        "Subject: =?koi8-r?Q?=F0=D2=C9=D7=C5=D4?=",
        "Content-Type: text/plain; charset=koi8-r",
        "Content-Transfer-Encoding: quoted-printable",
      ],
      "=F0=D2=C9=D7=C5=D4",
    ),
    read: { subject: "Привет", words: "Привет" },
  },
  {
    says: "UTF-7",
    raw: typed("text/plain; charset=utf-7", "Hi Mom -+Jjo--!"),
    read: { words: "Hi Mom -☺-!" },
  },
  {
    says: "UTF-16 with its mark",
    raw: typed("text/plain; charset=utf-16", "\xff\xfeH\x00i\x00"),
    read: { words: "Hi" },
  },
  {
    says: "a mark at the beginning of the text",
    raw: typed("text/plain; charset=utf-8", "\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe"),
    read: { words: /^Grüße$/ },
  },
  {
    says: "UTF-8 that says that it is ASCII",
    raw: typed("text/plain; charset=us-ascii", "Gr\xc3\xbc\xc3\x9fe"),
    read: { words: /Gr/ },
  },
  {
    says: "a charset in odd spelling",
    raw: letter(
      ["Subject: S", 'CONTENT-TYPE: TEXT/PLAIN ; CHARSET = "UTF-8"'],
      "Gr\xc3\xbc\xc3\x9fe",
    ),
    read: { words: "Grüße" },
  },
];
