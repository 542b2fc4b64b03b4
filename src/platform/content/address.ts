import { readUrl } from "@/platform/shape";
import { withoutControls, withoutInvisible } from "./characters";
import { attachmentPath, imageSchemes, linkSchemes } from "./policy";

/** An address that may stay, or what to call the thing that was taken out. */
export type CleanAddress = { value: string } | { refused: string };

const scheme = /^([a-z][a-z0-9+.-]{0,31}):/i;

const schemeOf = (text: string) => scheme.exec(text)?.[1]?.toLowerCase();
const base = "https://relative.invalid";

function localPath(text: string): string | undefined {
  const url = /^\/(?![/\\])/.test(text) ? readUrl(text, base) : null;
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : undefined;
}

// Browsers skip control characters and blanks before they look for a scheme, and people who hide
// one use the invisible characters too: a scheme is named as if none of them were there.
function clean(raw: string, name: string, schemes: readonly string[]): CleanAddress {
  const text = withoutControls(raw).trim();
  const named = schemeOf(text);
  if (named !== undefined && schemes.includes(named)) {
    return readUrl(text) ? { value: text } : { refused: name };
  }
  const hidden = named ?? schemeOf(withoutInvisible(raw));
  return { refused: hidden === undefined ? name : `${hidden}:` };
}

/** A link may lead to the web, to a mailbox, to a telephone, or to a place on our own pages. */
export function cleanLink(raw: string): CleanAddress {
  const text = withoutControls(raw).trim();
  if (text.startsWith("#")) return { value: text };
  const path = localPath(text);
  return path === undefined ? clean(raw, "href", linkSchemes) : { value: path };
}

/** A picture comes over https, from the mail itself (cid:) or from our own attachments. */
export function cleanImageSource(raw: string): CleanAddress {
  const path = localPath(withoutControls(raw).trim());
  if (path?.startsWith(attachmentPath)) return { value: path };
  return clean(raw, "src", imageSchemes);
}

const scripting: readonly string[] = ["javascript", "vbscript", "livescript", "data"];

/** The scheme of an address that could run or smuggle something, however it is spelled. */
export function scriptingScheme(raw: string): string | undefined {
  const hidden = schemeOf(withoutInvisible(raw.slice(0, 256)));
  return hidden !== undefined && scripting.includes(hidden) ? `${hidden}:` : undefined;
}
