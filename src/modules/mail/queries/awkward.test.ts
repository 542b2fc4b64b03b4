import { expect, test } from "vitest";
import { awkwardLetters } from "@/testing/awkward";
import { previewMail } from "./preview-mail";

test.each(awkwardLetters)("$says", async ({ raw, read }) => {
  const mail = await previewMail(raw, async () => null);
  const words = mail.body.text === "" ? mail.reply : mail.body.text;
  const matches = (value: string, wanted: string | RegExp | undefined) => {
    if (typeof wanted === "string") expect(value).toContain(wanted);
    else if (wanted !== undefined) expect(value).toMatch(wanted);
  };
  matches(mail.subject, read.subject);
  matches(words, read.words);
  expect({
    ...(read.files === undefined ? {} : { files: mail.attachments.map(({ name }) => name) }),
    ...(read.messageId === undefined ? {} : { messageId: mail.messageId }),
    ...(read.references === undefined ? {} : { references: mail.references.length }),
    ...(read.from === undefined ? {} : { from: mail.from?.address }),
    ...(read.fromName === undefined ? {} : { fromName: mail.from?.name }),
    ...(read.to === undefined ? {} : { to: mail.to.length }),
    ...(read.date === undefined ? {} : { date: mail.date }),
    action: mail.action,
  }).toEqual({
    ...Object.fromEntries(
      Object.entries(read).filter(([name]) => name !== "subject" && name !== "words"),
    ),
    action: read.action ?? "new",
  });
  // Whatever the letter holds, the answer is text that can be stored and sent as JSON.
  expect(JSON.stringify(mail)).not.toContain("\\u0000");
});
