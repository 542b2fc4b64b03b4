import fc from "fast-check";
import { expect, test } from "vitest";
import type { LetterWords } from "./define-letter";
import { languageOf } from "./language";
import { hasPlaceForMessage, writeLetter } from "./write-letter";

const words: LetterWords = {
  subject: "Re: {{ticket.subject}}",
  body: "Hello {{person.name}},\n\n{{message}}\n\nUntil *soon*.",
  button: "Read {{ticket.subject}}",
  foot: "About {{ticket.subject}}",
};
const about = {
  language: "de",
  values: { "ticket.subject": "A <b> & [c](http://x.example)", "person.name": "Anna" },
  url: 'https://desk.example/?a=1&b="2"',
  message: { html: "<p>It is <strong>open</strong>.</p>", text: "It is open." },
} as const;

test("a letter says the same as text and as HTML, in its language, with the message in its place", () => {
  const { subject, text, html } = writeLetter(words, about);
  expect(subject).toBe("Re: A <b> & [c](http://x.example)");
  expect(text.split("\n\n").slice(0, 3)).toEqual(["Hello Anna,", "It is open.", "Until soon."]);
  expect(text).toContain('Read A <b> & [c](http://x.example):\nhttps://desk.example/?a=1&b="2"');
  expect(html).toContain('<html lang="de">');
  expect(html).toContain("<strong>open</strong>");
  expect(html).toContain('href="https://desk.example/?a=1&amp;b=&quot;2&quot;"');
  expect(html).toContain("About A &lt;b&gt; &amp; [c](http://x.example)");
});

test("nothing that a person is called becomes markup of a letter", () => {
  const names = fc.stringMatching(/^[<>&"'[\]()*_`#a-z:/ ]{1,40}$/);
  fc.assert(
    fc.property(names, (name) => {
      const values = { "ticket.subject": name, "person.name": name };
      const { html } = writeLetter(words, { ...about, values, message: undefined });
      const tags = new Set([...html.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag));
      expect([...tags].sort()).toEqual(["a", "body", "div", "em", "html", "p"]);
      expect([...html.matchAll(/<a /g)]).toHaveLength(1);
    }),
  );
});

test("a message that names a variable is not filled in", () => {
  const message = { html: "<p>{{person.name}}</p>", text: "{{person.name}}" };
  expect(writeLetter(words, { ...about, message }).text).toContain("{{person.name}}");
});

test("only a line of its own is a place for the message", () => {
  expect(hasPlaceForMessage("Hello\n {{ message }} \nBye")).toBe(true);
  expect(hasPlaceForMessage("You wrote {{message}}")).toBe(false);
});

test("the language is the chosen one, else the browser's, else English", () => {
  expect(languageOf({ language: "es", locale: "de-DE" })).toBe("es");
  expect(languageOf({ language: null, locale: "de-DE" })).toBe("de");
  expect(languageOf({ language: null, locale: "nb" })).toBe("en");
});
