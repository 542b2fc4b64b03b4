import type { RefusedReason } from "./refused-address";

export type SpecialRange = readonly [network: string, prefixBits: number, reason: RefusedReason];

/**
 * IANA's special-purpose registries, and the addresses at which clouds hand out a machine's secrets. The first
 * range that holds an address names it.
 */
export const specialRanges4: readonly SpecialRange[] = [
  ["169.254.169.254", 32, "metadata"],
  ["169.254.170.2", 32, "metadata"], // Credentials of containers at Amazon.
  ["100.100.100.200", 32, "metadata"], // Alibaba.
  ["192.0.0.192", 32, "metadata"], // Oracle.
  ["168.63.129.16", 32, "metadata"], // Azure; it looks public and is reached from inside only.
  ["127.0.0.0", 8, "loopback"],
  ["0.0.0.0", 8, "loopback"], // 0.0.0.0 reaches this machine on Linux.
  ["10.0.0.0", 8, "private"],
  ["172.16.0.0", 12, "private"],
  ["192.168.0.0", 16, "private"],
  ["100.64.0.0", 10, "private"],
  ["169.254.0.0", 16, "link_local"],
  ["192.0.0.0", 24, "reserved"],
  ["192.0.2.0", 24, "reserved"],
  ["192.88.99.0", 24, "reserved"],
  ["198.18.0.0", 15, "reserved"],
  ["198.51.100.0", 24, "reserved"],
  ["203.0.113.0", 24, "reserved"],
  ["224.0.0.0", 4, "reserved"],
  ["240.0.0.0", 4, "reserved"],
];

export const specialRanges6: readonly SpecialRange[] = [
  ["fd00:ec2::254", 128, "metadata"],
  ["fd20:ce::254", 128, "metadata"],
  ["::1", 128, "loopback"],
  ["::", 128, "loopback"],
  ["fc00::", 7, "private"],
  ["fec0::", 10, "private"],
  ["fe80::", 10, "link_local"],
  ["2001::", 23, "reserved"], // Teredo, ORCHID, benchmarks.
  ["2001:db8::", 32, "reserved"],
  ["2002::", 16, "reserved"], // 6to4 tunnels to any IPv4 address, private ones too.
  ["3fff::", 20, "reserved"],
  ["3ffe::", 16, "reserved"],
];

/** All of IPv6 that was ever given out for the public; the rest is special or not in use. */
export const publicRange6: SpecialRange = ["2000::", 3, "reserved"];

/** IPv4 in IPv6's clothes, which the network undresses: mapped addresses, and NAT64's well-known prefix. */
export const dressedRanges6: readonly (readonly [network: string, prefixBits: number])[] = [
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
];
