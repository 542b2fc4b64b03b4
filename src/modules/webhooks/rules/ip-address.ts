import { type AddressBits, bitsOfIpv4, bitsOfIpv6, ipv4OfBits } from "./address-bits";
import { type RefusedAddress, type RefusedReason, refused } from "./refused-address";
import {
  dressedRanges6,
  publicRange6,
  type SpecialRange,
  specialRanges4,
  specialRanges6,
} from "./special-ranges";

const kinds: Partial<Record<RefusedReason, string>> = {
  metadata: "is where a cloud hands out a machine's secrets",
  loopback: "is this machine itself",
  private: "belongs to a private network",
  link_local: "is reached on the local link only",
  reserved: "is reserved and not for the public",
};

const because = (address: string, reason: RefusedReason) =>
  refused(reason, `${address} ${kinds[reason] ?? "is not allowed"}.`);

type Range = { readonly prefix: AddressBits; readonly reason: RefusedReason };

const ranges = (
  written: readonly SpecialRange[],
  bitsOf: (network: string) => AddressBits | null,
): readonly Range[] =>
  written.map(([network, prefixBits, reason]) => ({
    prefix: (bitsOf(network) ?? "").slice(0, prefixBits),
    reason,
  }));

const ranges4 = ranges(specialRanges4, bitsOfIpv4);
const ranges6 = ranges(specialRanges6, bitsOfIpv6);
const public6 = ranges([publicRange6], bitsOfIpv6);
const dressed6 = ranges(
  dressedRanges6.map(([network, prefixBits]) => [network, prefixBits, "reserved"]),
  bitsOfIpv6,
);

const holding = (all: readonly Range[], bits: AddressBits) =>
  all.find(({ prefix }) => bits.startsWith(prefix));

/** Why nothing is sent to an IP address, or null where it is one of the public's. */
export function refusedIp(address: string): RefusedAddress | null {
  const bits4 = bitsOfIpv4(address);
  if (bits4 !== null) {
    const special = holding(ranges4, bits4);
    return special ? because(address, special.reason) : null;
  }
  const bits6 = bitsOfIpv6(address);
  if (bits6 === null) return refused("not_a_url", `${address} is no IP address.`);
  if (holding(dressed6, bits6)) return refusedIp(ipv4OfBits(bits6.slice(-32)));
  const special = holding(ranges6, bits6);
  if (special) return because(address, special.reason);
  return holding(public6, bits6) ? null : because(address, "reserved");
}
