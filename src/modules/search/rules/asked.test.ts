import { describe, expect, test } from "vitest";
import { fieldRegistry, parse } from "@/modules/filters/client";
import { ticketFields } from "@/modules/tickets/client";
import { plainWords, readAsked, withAlternatives } from "./asked";

const fields = fieldRegistry(ticketFields);
const ask = (text: string, isTyping = false) =>
  readAsked(parse(text, { fields }).expression, isTyping);

describe("what is asked", () => {
  test("words are looked for in messages, fields in tickets", () => {
    const { words, rest, onlyExcludes } = ask('refund status:open "as it stands" -shipping');
    expect(words).toEqual({
      type: "all",
      of: [
        { type: "word", text: "refund", prefix: false },
        { type: "phrase", text: "as it stands" },
        { type: "without", of: { type: "word", text: "shipping", prefix: false } },
      ],
    });
    expect(rest).toMatchObject({ type: "is", field: "status" });
    expect(onlyExcludes).toBe(false);
  });

  test("alternatives of words are one question", () => {
    expect(ask("refund OR money").words).toMatchObject({ type: "any" });
    expect(ask("refund OR money").rest).toEqual({ type: "and", of: [] });
  });

  test("words beside fields in alternatives stay with the fields", () => {
    const { words, rest } = ask("(refund OR status:open) late");
    expect(words).toEqual({ type: "word", text: "late", prefix: false });
    expect(rest).toMatchObject({ type: "or" });
  });

  test("only the last word can be unfinished, and only while somebody types", () => {
    const last = (text: string, typing: boolean) => JSON.stringify(ask(text, typing).words);
    expect(last("water pum", true)).toContain('"text":"pum","prefix":true');
    expect(last("water pum", true)).toContain('"text":"water","prefix":false');
    expect(last("water pum", false)).not.toContain("true");
    expect(last("pum status:open", true)).not.toContain("true");
    expect(last('"water pum"', true)).not.toContain("prefix");
  });

  test.each([
    ["-refund", true],
    ["-refund -money", true],
    ["-(refund OR money)", true],
    ["-refund status:open", false],
    ["refund -money", false],
    ["", false],
  ])("%s says only what to leave out: %s", (text, only) => {
    expect(ask(text).onlyExcludes).toBe(only);
  });

  test("what to leave out beside fields is the fields' own filter", () => {
    const { words, rest } = ask("-refund status:open");
    expect(words).toBeNull();
    expect(rest).toMatchObject({ type: "and" });
  });
});

test("only words that must be there can be misspelt", () => {
  const { words } = ask('refnud -shiping "as it stads"');
  expect(words && plainWords(words)).toEqual(["refnud"]);
  const meant = words && withAlternatives(words, () => ["refund"]);
  expect(JSON.stringify(meant)).toContain('"refund"');
});
