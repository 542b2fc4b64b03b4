import { limits } from "@/platform/limits";
import { plainAddress } from "./reply-address";

type Address = { address: string; name: string };

const nobody = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)([+.-][^@]*)?@/;
/** An address that people have; whatever else stands in a header makes nobody. */
const plausible = /^[^\s@<>"(),:;\\]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/;

/**
 * The people that a letter is copied to, each once, without ourselves, its sender and machines. Of
 * a letter to a crowd nobody: that is no conversation.
 */
export function copiesOf(
  letter: { from: string; to: readonly Address[]; cc: readonly Address[] },
  ours: ReadonlySet<string>,
): Address[] {
  const all = [...letter.to, ...letter.cc];
  if (all.length > limits.mailRecipientsMax) return [];
  const seen = new Set([letter.from.toLowerCase()]);
  return all.flatMap(({ address, name }) => {
    const low = address.trim().toLowerCase();
    if (seen.has(low) || ours.has(plainAddress(low))) return [];
    if (!plausible.test(low) || nobody.test(low)) return [];
    seen.add(low);
    return [{ address: low, name }];
  });
}

/** What somebody is called, from a header that may say anything. */
export function nameFrom({ address, name }: Address): string {
  const said = oneLineOf(name);
  const fallback = address.split("@")[0] ?? address;
  return (said === "" ? fallback : said).slice(0, limits.nameCharsMax);
}

/** A header's text on one line, without what only programs read. */
export const oneLineOf = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
