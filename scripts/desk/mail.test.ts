import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { awkwardLetters } from "@/testing/awkward";
import { runDesk } from "./run";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-mail-"));
});
afterAll(() => rm(folder, { recursive: true }));

const address = z.strictObject({ address: z.string(), name: z.string() });
/** The answer as operators were promised it, and nothing beside. */
const answer = z.strictObject({
  subject: z.string(),
  from: address.nullable(),
  to: z.array(address),
  cc: z.array(address),
  replyTo: z.array(address),
  messageId: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  date: z.iso.datetime({ offset: true }).nullable(),
  automatic: z.boolean(),
  automaticReason: z.string().nullable(),
  body: z.strictObject({ text: z.string(), html: z.string().nullable() }),
  reply: z.string(),
  attachments: z.array(
    z.strictObject({
      name: z.string(),
      type: z.string(),
      size: z.int().nonnegative(),
      inline: z.boolean(),
    }),
  ),
  action: z.enum(["new", "reply", "follow-up", "bounce", "ignore"]),
  ticket: z.int().nullable(),
});
const refused = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});

async function letter(name: string, raw: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, raw);
  return path;
}
const preview = async (...paths: string[]) => {
  const { exit, value } = await runDesk(["mail", "preview", ...paths]);
  // What is printed is what JSON keeps of it.
  const printed: unknown = JSON.parse(JSON.stringify(value));
  return { exit, value: printed };
};

test("each of the world's awkward letters is answered in its place, as promised", async () => {
  const paths = await Promise.all(
    awkwardLetters.map(({ raw }, place) => letter(`${place}.eml`, raw)),
  );
  const { exit, value } = await preview(...paths);
  expect(exit).toBe(0);
  const answers = z.array(answer).parse(value);
  expect(answers).toHaveLength(awkwardLetters.length);
  for (const [place, { read, says }] of awkwardLetters.entries())
    expect(answers[place]?.action, says).toBe(read.action ?? "new");
});

test("one file is one answer, and a file that is not there costs no other its answer", async () => {
  const there = await letter("there.eml", Buffer.from("From: a@x.example\r\n\r\nIt jams."));
  const one = await preview(there);
  expect([one.exit, answer.parse(one.value).reply]).toEqual([0, "It jams."]);
  const both = await preview(join(folder, "none.eml"), there);
  expect(both.exit).toBe(1);
  const [absent, present] = z.tuple([refused, answer]).parse(both.value);
  expect([absent.error.code, present.reply]).toEqual(["unreadable", "It jams."]);
});

test("nothing at all, and bytes that are no letter, are answered, too", async () => {
  const empty = await letter("empty.eml", Buffer.alloc(0));
  const noise = await letter("noise.eml", Buffer.from([0, 255, 254, 13, 10, 0, 200]));
  const { exit, value } = await preview(empty, noise);
  expect(exit).toBe(0);
  expect(
    z
      .array(answer)
      .parse(value)
      .map(({ action }) => action),
  ).toEqual(["ignore", "ignore"]);
});
