import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanedToText, markdownToHtml } from "@/platform/content";
import { openVariables, render } from ".";

const values = { "requester.firstName": "Anna", "organization.name": null };

test("a text says what it used, what is empty here and what nobody knows", () => {
  const written = "Hi {{ requester.firstName }}, {{organization.name}} and {{tickets.number}}.";
  expect(render(written, values)).toEqual({
    text: "Hi Anna, {{organization.name}} and {{tickets.number}}.",
    empty: ["organization.name"],
    unknown: ["tickets.number"],
    used: [{ name: "requester.firstName", value: "Anna" }],
  });
});

test("what has no value stays in the text, and is what keeps it from being sent", () => {
  const { text, empty, unknown } = render("{{organization.name}} {{x}}", values);
  expect(openVariables(text)).toEqual([...empty, ...unknown]);
});

const dangerous = fc.constantFrom(
  "<img src=x onerror=alert(1)>",
  "[click](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  "**bold** _it_ `code` ~~no~~",
  "# heading",
  "- item",
  "1. item",
  "&lt;b&gt; &amp;",
  "a | b",
  "{{agent.name}}",
  "> quote",
  "<https://evil.example>",
  "line\n\n    code",
);

test("a value is words: no sign in it becomes markup, whatever it is", () => {
  const anyValue = fc.oneof(dangerous, fc.string({ unit: "grapheme", maxLength: 40 }));
  fc.assert(
    fc.property(anyValue, (value) => {
      const said = value.replace(/\s+/gu, " ").trim();
      const { text, empty } = render("Hello {{name}} there", { name: value });
      expect(empty.length > 0).toBe(said === "");
      const html = markdownToHtml(text);
      // An address that stands in a text is made a link wherever it comes from; nothing else is made.
      expect(html.replace(/<\/?p>|<a [^>]*>|<\/a>/g, "")).not.toMatch(/<[a-z]/i);
      expect(html).not.toMatch(/<a [^>]*javascript:/i);
    }),
    { numRuns: 500 },
  );
});

test("a value that a customer wrote reads as they wrote it", () => {
  for (const value of [
    "Ann-Marie O'Neil",
    "J. R. Smith",
    "50 % off",
    "a*b*c",
    "<b>Bo</b>",
    "1. FC",
    "#10421",
  ])
    expect(cleanedToText(markdownToHtml(render("{{name}}", { name: value }).text)).trim()).toBe(
      value,
    );
});

test("a value that looks like a variable is not filled in again, and cannot stop a reply", () => {
  const { text } = render("{{name}}", { name: "{{agent.name}}", "agent.name": "Mia" });
  expect(openVariables(text)).toEqual([]);
});
