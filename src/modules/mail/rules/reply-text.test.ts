import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timesHonest, timesHonestMax } from "@/testing/cost";
import { replyText } from "./reply-text";

const words = "Thank you, that helped.";

describe("only the new words of a letter are shown, whatever program and language quoted the rest", () => {
  const introductions = [
    "On Mon, Nov 23, 2026 at 9:00 AM Bob Ray <bob@y.example> wrote:",
    "On Mon, Nov 23, 2026 at 9:00 AM Bob Ray\n<bob@y.example> wrote:",
    "Am 23.11.2026 um 09:00 schrieb Bob Ray <bob@y.example>:",
    "Am Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Bob Ray <\nbob@y.example>:",
    "Le lun. 23 nov. 2026 à 09:00, Bob Ray <bob@y.example> a écrit :",
    "El lun, 23 nov 2026 a las 9:00, Bob Ray (<bob@y.example>) escribió:",
    "Il giorno lun 23 nov 2026 alle ore 09:00 Bob Ray <bob@y.example> ha scritto:",
    "Em seg., 23 de nov. de 2026 às 09:00, Bob Ray <bob@y.example> escreveu:",
    "Op ma 23 nov 2026 om 09:00 schreef Bob Ray <bob@y.example>:",
    "Den mån 23 nov. 2026 kl 09:00 skrev Bob Ray <bob@y.example>:",
    "ma 23. marrask. 2026 klo 9.00 Bob Ray (bob@y.example) kirjoitti:",
    "pon., 23 lis 2026 o 09:00 Bob Ray <bob@y.example> napisał(a):",
    "po 23. 11. 2026 v 9:00 odesílatel Bob Ray <bob@y.example> napsal:",
    "пн, 23 нояб. 2026 г. в 09:00, Bob Ray <bob@y.example>:",
    "Bob Ray <bob@y.example>, 23 Kas 2026 Pzt, 09:00 tarihinde şunu yazdı:",
    "在 2026年11月23日星期一 09:00，Bob Ray <bob@y.example> 写道：",
    "2026年11月23日(月) 9:00 Bob Ray <bob@y.example>:",
    "2026년 11월 23일 (월) 오전 9:00, Bob Ray <bob@y.example>님이 작성:",
  ];
  test.each(introductions)("%j", (introduction) => {
    expect(replyText(`${words}\n\n${introduction}\n\n> Did it\n> help?\n`)).toBe(words);
  });

  const outlook = [
    "From: Bob Ray <bob@y.example>\nSent: Monday, November 23, 2026 9:00 AM\nTo: Ann\nSubject: Help\n\nDid it?",
    "Von: Bob Ray <bob@y.example>\nGesendet: Montag, 23. November 2026 09:00\nAn: Ann\nBetreff: Hilfe\n\nAlt",
    "________________________________\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: Help\n\nDid it?",
    "-----Original Message-----\nFrom: Bob\n\nDid it?",
    "-----Ursprüngliche Nachricht-----\nVon: Bob\n\nAlt",
    "*From:* Bob Ray <bob@y.example>\n*Sent:* Monday\n*To:* Ann\n*Subject:* Help\n\nDid it?",
    "De : Bob Ray\nEnvoyé : lundi\nÀ : Ann\nObjet : Aide\n\nVieux",
  ];
  test.each(outlook)("headers before the quote: %j", (past) =>
    expect(replyText(`${words}\r\n\r\n${past}`)).toBe(words),
  );
});

describe("a quote that nothing marks is known by what introduces it", () => {
  test.each([
    'In data 23 novembre 2026 09:00:31 "Bob Ray" <bob@y.example> ha scritto:',
    '23.11.2026, 09.00, "Bob - Ray" <bob@y.example>:',
    "2026-11-23 9:00 GMT+01:00 Bob Ray <bob@y.example>:",
    "Op 23-nov.-2026, om 09:00 heeft Bob Ray <bob@y.example> het volgende geschreven:",
    "På 23 november 2026 på 09:00:18, Bob Ray (bob@y.example) skrev:",
    "man. 23. nov. 2026 kl. 09:00 skrev Bob Ray <bob@y.example\n>:",
    "On Mon, 23 Nov 2026 09:00:02 +0100 Bob Ray <bob@y.example> wrote",
    "---- On Mon, 23 Nov 2026 09:00:02 +0100 bob@y.example wrote ----",
    "---- Bob Ray wrote ----",
    "Date: Mon, 23 Nov 2026 09:00:02 +0100\nTo: ann@x.example",
    "From: bob@y.example\nDate: Mon, 23 Nov 2026 09:00:02 +0100",
    "----------\n\nDate: Mon, 23 Nov 2026 09:00:02 +0100\nSubject: Help\nFrom: bob@y.example\nTo: ann@x.example",
    "-------- Oprindelig besked --------",
    "Sent from my Old Brick 3",
  ])("%j", (introduction) => {
    expect(replyText(`${words}\n\n${introduction}\n\nDid it help?\n`)).toBe(words);
  });
});

test("the greeting above an attribution is no part of it, on its own line or on the same", () => {
  const address = "<bob@y.example> написал:";
  expect(replyText(`Hello\n23.11.2026 09:00 пользователь "Bob" ${address}\n\n> Hi\n`)).toBe(
    "Hello",
  );
  expect(replyText("Hello On Mon, Nov 23, 2026 at 9:00 AM, bob@y.example wrote:\n> Hi")).toBe(
    "Hello",
  );
});

test("a letter that is passed on stays whole", () => {
  const passedOn =
    "FYI\n\n---------- Forwarded message ----------\nFrom: bob@y.example\nDate: Mon, Nov 23, 2026\nTo: ann@x.example\n\n> All of it.";
  expect(replyText(passedOn)).toBe(passedOn);
});

test("the foot of a mailing list goes, and a line of underscores in a letter stays", () => {
  expect(replyText(`${words}\n\n__\nusers mailing list\nusers@y.example`)).toBe(words);
  const form = `Name:\n___\nStreet:\n${"line\n".repeat(8)}${words}`;
  expect(replyText(form)).toBe(form);
});

describe("what a person wrote is never taken for a quote", () => {
  const honest = [
    "On Monday my colleague wrote: it works.\nI disagree.",
    "From: the first day it was broken.\nI tried everything.",
    "It costs 5 > 3.\nSent from Berlin to Paris by train:\n3 parcels",
    "----\nHeading\n----\nText below",
    "Look here:\n>>> www.example.com <<<\nand tell me.",
    "Write to bob@y.example before 17:00:\nhe knows.",
    "Date: 3 May 2026\nPlace: Berlin",
    "Am Montag geht es:\nnicht mehr.",
    "---------- Forwarded message ---------\nFrom: Eve <eve@z.example>\nDate: Mon\n\nSee this",
  ];
  test.each(honest)("%j stays", (text) => expect(replyText(text)).toBe(text));
});

test("answers between and below the quoted lines stay", () => {
  const text =
    "On 1 May 2026 Bob <b@y.example> wrote:\n> One?\n\nYes.\n\n> Two?\n\nNo.\n\n-- \nAnn\nACME";
  expect(replyText(text)).toBe("Yes.\n\nNo.");
});

test("a signature goes, and the telephone's mark with it", () => {
  expect(replyText(`${words}\n-- \nAnn Lee\n+49 30 1234`)).toBe(words);
  expect(replyText(`${words}\n\nSent from my iPhone`)).toBe(words);
  expect(replyText(`${words}\n\nVon meinem iPhone gesendet`)).toBe(words);
  expect(replyText(`${words}\n\nGet Outlook for iOS<https://aka.ms/x>\n`)).toBe(words);
});

test("a letter of hostile length is read in no time, and never invents a word", () => {
  const piece = fc.constantFrom(
    "On ",
    " wrote:",
    "\n",
    "> ",
    "From: a",
    "To: b",
    "-- ",
    "Am ",
    "x@y ",
    "2026 ",
    ":",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80, size: "max" }), (pieces) => {
      const text = pieces.join("");
      for (const line of replyText(text).split("\n")) expect(text).toContain(line);
    }),
  );
  for (const part of [
    "On ",
    "On x\n",
    "From: a\n",
    "____________\n",
    ">\n",
    "a@b 2026 ",
    "-- \n",
  ]) {
    const ofLength = (chars: number) => () => void replyText(part.repeat(chars / part.length));
    // A hundred times the text: what grows with its square would take ten thousand times as long.
    expect(timesHonest(ofLength(3_000), ofLength(300_000))).toBeLessThan(10 * timesHonestMax);
  }
});
