import { limits } from "@/platform/limits";

const bareTags = /<\/?(?:blockquote|code|em|li|ol|p|s|strong|ul)>|<br \/>/g;
/** Whatever is not a letter, a digit or a sign that means nothing to HTML. */
const anythingElse =
  /[^\n !#-%'-;=?-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2015\u2018-\u201f\u2026\u20ac]/;

/**
 * Whether HTML that Markdown's writer made is what the cleaner would make of it: nothing but text,
 * emphasis and lists, without an attribute and less deep than the cleaner allows. Most of what
 * people write is, and cleaning it costs three times what writing it did. The source must hold no
 * HTML of its own; a property test says that the cleaner would change nothing.
 */
export function isBare(html: string): boolean {
  let tags = 0;
  const text = html.replaceAll(bareTags, () => {
    tags += 1;
    return "";
  });
  return tags < limits.htmlNestingLevelsMax && !anythingElse.test(text);
}
