import { lookup } from "node:dns/promises";
import { env } from "@/platform/env";
import { hostOf, isIpHost, refusedAddress } from "../rules/address";
import { refusedIp } from "../rules/ip-address";
import { type RefusedAddress, refused } from "../rules/refused-address";

/** The addresses that were checked and to which alone may be connected, or why to none. */
type CheckedAddresses =
  | { readonly refused: RefusedAddress }
  | { readonly refused: null; readonly addresses: readonly string[] };

/** What is refused stands; only a test's receiver on this machine may be let through. */
const unlessTested = (problem: RefusedAddress | null) =>
  problem?.reason === "loopback" && env().WEBHOOK_LOOPBACK ? null : problem;

export const refusedForSending = (address: string) => unlessTested(refusedAddress(address));
export const refusedIpForSending = (ip: string) => unlessTested(refusedIp(ip));

/**
 * Looks the host up and checks every address that it has: one inside is enough to refuse, since a connection
 * may take any. Whoever sends must connect to one of these and not look up again, when the answer may differ.
 */
export async function checkedAddresses(address: string): Promise<CheckedAddresses> {
  const atOnce = refusedForSending(address);
  if (atOnce) return { refused: atOnce };
  const url = new URL(address.trim());
  const host = hostOf(url);
  if (isIpHost(url)) return { refused: null, addresses: [host] };
  try {
    const found = await lookup(host, { all: true, verbatim: true });
    const addresses = found.map((entry) => entry.address);
    const inside = addresses.map(refusedIpForSending).find((problem) => problem !== null);
    if (inside) return { refused: { ...inside, words: `${host}: ${inside.words}` } };
    if (addresses.length > 0) return { refused: null, addresses };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { refused: refused("unresolved", `${host} cannot be looked up: ${why}.`) };
  }
  return { refused: refused("unresolved", `${host} has no address.`) };
}
