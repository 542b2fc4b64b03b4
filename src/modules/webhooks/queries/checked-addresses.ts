import { lookup } from "node:dns/promises";
import { hostOf, isIpHost, refusedAddress } from "../rules/address";
import { refusedIp } from "../rules/ip-address";
import { type RefusedAddress, refused } from "../rules/refused-address";

/** The addresses that were checked and to which alone may be connected, or why to none. */
type CheckedAddresses =
  | { readonly refused: RefusedAddress }
  | { readonly refused: null; readonly addresses: readonly string[] };

/**
 * Looks the host up and checks every address that it has: one inside is enough to refuse, since a connection
 * may take any. Whoever sends must connect to one of these and not look up again, when the answer may differ.
 */
export async function checkedAddresses(address: string): Promise<CheckedAddresses> {
  const atOnce = refusedAddress(address);
  if (atOnce) return { refused: atOnce };
  const url = new URL(address.trim());
  const host = hostOf(url);
  if (isIpHost(url)) return { refused: null, addresses: [host] };
  try {
    const found = await lookup(host, { all: true, verbatim: true });
    const addresses = found.map((entry) => entry.address);
    const inside = addresses.map(refusedIp).find((problem) => problem !== null);
    if (inside) return { refused: { ...inside, words: `${host}: ${inside.words}` } };
    if (addresses.length > 0) return { refused: null, addresses };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { refused: refused("unresolved", `${host} cannot be looked up: ${why}.`) };
  }
  return { refused: refused("unresolved", `${host} has no address.`) };
}
