import { limits } from "@/platform/limits";
import { cutTo, oneLineOf } from "./plain";
import { plainAddress } from "./reply-address";

type Address = { address: string; name: string };

const nobody = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)([+.-][^@]*)?@/;
/** An address that people have; whatever else stands in a header makes nobody. */
const plausible = /^[^\s@<>"(),:;\\]{1,64}@[^\s@<>"(),:;\\[\]]{1,189}$/;

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
  return cutTo(said === "" ? fallback : said, limits.nameCharsMax);
}

/** Whether mail can come from there at all; else whoever it names is nobody. */
export const isPlausible = (address: string): boolean => plausible.test(address.trim());
