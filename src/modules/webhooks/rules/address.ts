import { limits } from "@/platform/limits";
import { readUrl } from "@/platform/shape";
import { bitsOfIpv4 } from "./address-bits";
import { refusedName } from "./host-name";
import { refusedIp } from "./ip-address";
import { type RefusedAddress, refused } from "./refused-address";

/** Characters that some programs drop from an address and others do not, so that they would see two hosts. */
function readTwoWays(url: string): boolean {
  return [...url].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 32 || code === 127 || character === "\\";
  });
}

/** The host of a parsed address, without brackets and without the dot that ends a full name. */
export const hostOf = (url: URL): string =>
  url.hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "");

/** Whether the host is an IP address, which needs no look-up. */
export const isIpHost = (url: URL): boolean =>
  url.hostname.startsWith("[") || bitsOfIpv4(hostOf(url)) !== null;

/**
 * Why a webhook may not be sent to an address, or null where it may, as far as that can be told without
 * looking a name up. The URL parser undoes all spellings of a host (octal, hexadecimal, decimal, short, full-width,
 * percent-encoded), and what is sent later is sent by the same parser.
 */
export function refusedAddress(address: string): RefusedAddress | null {
  const text = address.trim();
  const url = readTwoWays(text) ? null : readUrl(text);
  if (url === null) return refused("not_a_url", "This is no complete web address.");
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return refused("scheme", `Only http and https are sent to, not ${url.protocol.slice(0, -1)}.`);
  }
  if (url.username !== "" || url.password !== "") {
    return refused("credentials", "A name or password may not stand in the address.");
  }
  // No name server answers a longer one, and what is told of a name is told in full.
  if (hostOf(url).length > limits.hostCharsMax) {
    return refused(
      "not_a_url",
      `No host has a name of more than ${limits.hostCharsMax} characters.`,
    );
  }
  return isIpHost(url) ? refusedIp(hostOf(url)) : refusedName(hostOf(url));
}
