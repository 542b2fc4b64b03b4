import { bitsOfIpv4, bitsOfIpv6, ipv4OfBits } from "./address-bits";

/** Public name servers whose every name answers with the IP address that is written in it. */
const mirrors = [
  ".nip.io",
  ".sslip.io",
  ".xip.io",
  ".traefik.me",
  ".backname.io",
  ".local-ip.co",
  ".local-ip.sh",
];

const hexadecimal = /(?:^|[.-])([0-9a-f]{8})$/;
const dashed6 = /(?:^|\.)([0-9a-f]*(?:-[0-9a-f]*){2,7})$/;

/** Wherever four numbers stand in a row: which four of more than that a server takes, is its own affair. */
function dotted(spelling: string): string[] {
  const labels = spelling.split(/[.-]/);
  return labels
    .map((_, from) => labels.slice(from, from + 4).join("."))
    .filter((four) => /^[\d.]+$/.test(four) && bitsOfIpv4(four) !== null);
}

/** The IP addresses that a name of such a server spells out ("10.0.0.1.nip.io"); none if it spells none. */
export function spelledIps(name: string): string[] {
  const mirror = mirrors.find((suffix) => name.endsWith(suffix));
  if (mirror === undefined) return [];
  const spelling = name.slice(0, -mirror.length);
  const hex = hexadecimal.exec(spelling)?.[1];
  const four =
    hex === undefined ? [] : [ipv4OfBits(Number.parseInt(hex, 16).toString(2).padStart(32, "0"))];
  const six = dashed6.exec(spelling)?.[1]?.replaceAll("-", ":") ?? "";
  return [...dotted(spelling), ...four, ...(bitsOfIpv6(six) === null ? [] : [six])];
}
