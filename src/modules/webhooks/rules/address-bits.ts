import { readUrl } from "@/platform/shape";

/** An IP address as its bits, most significant first: 32 of them or 128. */
export type AddressBits = string;

const bitsOf = (value: number, length: number) => value.toString(2).padStart(length, "0");

/** Of four decimal numbers, which is how URLs and resolvers write IPv4; null where it is none. */
export function bitsOfIpv4(address: string): AddressBits | null {
  const parts = /^\d{1,3}(\.\d{1,3}){3}$/.test(address) ? address.split(".").map(Number) : [];
  if (parts.length !== 4 || parts.some((part) => part > 255)) return null;
  return parts.map((part) => bitsOf(part, 8)).join("");
}

/**
 * Of any spelling of IPv6, with brackets or a zone (`fe80::1%eth0`); the URL parser brings it to the one that is
 * read here.
 */
export function bitsOfIpv6(address: string): AddressBits | null {
  const [bare = ""] = address.replace(/^\[|\]$/g, "").split("%");
  const url = `http://[${bare}]/`;
  const read = readUrl(url);
  if (read === null) return null;
  const [head = "", tail] = read.hostname.slice(1, -1).split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [before, after] = [groups(head), groups(tail ?? "")];
  const between = Array<string>(8 - before.length - after.length).fill("0");
  return [...before, ...between, ...after]
    .map((group) => bitsOf(Number.parseInt(group, 16), 16))
    .join("");
}

export const ipv4OfBits = (bits: AddressBits): string =>
  [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2)).join(".");
