import { cleanedToText, markdownToHtml } from "@/platform/content";
import { render, type VariableValues } from "@/platform/placeholders";
import type { LetterWords } from "./define-letter";
import { escapeHtml, framed, framedText } from "./frame";
import type { Language } from "./language";

/** What somebody wrote, or what was written before it: cleaned, as HTML and as text. */
export type Written = { html: string; text: string };

/** Sentences of ours as they stand where a letter carries a message. */
export const paragraphsOf = (sentences: readonly string[]): Written => ({
  html: sentences.map((words) => `<p style="margin:0 0 16px">${escapeHtml(words)}</p>`).join(""),
  text: sentences.join("\n\n"),
});

type LetterAbout = {
  language: Language;
  values: VariableValues;
  /** Where its button leads; a letter without one has none. */
  url?: string | undefined;
  message?: Written | undefined;
  quote?: Written | undefined;
};

/** The line at which a message stands in a letter that carries one. */
const messageLine = /^[ \t]*\{\{\s*message\s*\}\}[ \t]*$/m;

export const hasPlaceForMessage = (body: string) => messageLine.test(body);

const asItIs = (value: string) => value;

function partOf(markdown: string, values: VariableValues): Written {
  if (markdown.trim() === "") return { html: "", text: "" };
  const html = markdownToHtml(render(markdown, values).text);
  return { html, text: cleanedToText(html) };
}

/** A letter as it is sent: its words with the values in them, as text and as HTML that say the same. */
export function writeLetter(words: LetterWords, about: LetterAbout) {
  const { language, values, url, message = { html: "", text: "" }, quote } = about;
  const line = (text: string) => render(text, values, asItIs).text;
  const [before = "", ...after] = words.body.split(messageLine);
  const carries = hasPlaceForMessage(words.body);
  const parts = [
    partOf(before, values),
    ...(carries ? [message, partOf(after.join("\n"), values)] : []),
  ].filter((part) => part.text !== "" || part.html !== "");
  const label = line(words.button);
  const action = url === undefined || label === "" ? undefined : { label, url };
  const foot = line(words.foot);
  return {
    subject: line(words.subject),
    text: framedText({
      text: parts.map((part) => part.text).join("\n\n"),
      action,
      foot,
      quote: quote?.text,
    }),
    html: framed({
      language,
      html: parts.map((part) => part.html).join("\n"),
      action,
      foot,
      quote: quote?.html,
    }),
  };
}
