import { escapeHtml, framed, framedText } from "./letters/frame";

/** A mail in our words: paragraphs, at most one thing to do, and why it came. */
export type PlainLetter = {
  greeting: string;
  paragraphs: readonly string[];
  action?: { label: string; url: string };
  foot?: string;
};

/** The two bodies of a letter, saying the same. Without pictures, so that nothing is fetched. */
export function bodiesOf({ greeting, paragraphs, action, foot }: PlainLetter): {
  text: string;
  html: string;
} {
  const said = [greeting, ...paragraphs];
  const html = said.map((words) => `<p style="margin:0 0 16px">${escapeHtml(words)}</p>`).join("");
  return {
    text: framedText({ text: said.join("\n\n"), action, foot }),
    html: framed({ language: "en", html, action, foot }),
  };
}
