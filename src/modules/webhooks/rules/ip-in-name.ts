import { bitsOfIpv4, bitsOfIpv6, ipv4OfBits } from "./address-bits";

/** Public name servers whose every name answers with the IP address that is written in it. */
const mirrors = [".nip.io", ".sslip.io", ".xip.io"];

const dotted = /(?:^|[.-])(\d{1,3}(?:[.-]\d{1,3}){3})(?=[.-]|$)/;
const hexadecimal = /(?:^|[.-])([0-9a-f]{8})$/;
const dashed6 = /(?:^|\.)([0-9a-f]*(?:-[0-9a-f]*){2,7})$/;

/** The IP address that a name of such a server spells out ("10.0.0.1.nip.io"), or null where it spells none. */
export function spelledIp(name: string): string | null {
  const mirror = mirrors.find((suffix) => name.endsWith(suffix));
  if (mirror === undefined) return null;
  const spelling = name.slice(0, -mirror.length);
  const four = dotted.exec(spelling)?.[1]?.replaceAll("-", ".");
  if (four !== undefined && bitsOfIpv4(four) !== null) return four;
  const hex = hexadecimal.exec(spelling)?.[1];
  if (hex !== undefined) return ipv4OfBits(Number.parseInt(hex, 16).toString(2).padStart(32, "0"));
  const six = dashed6.exec(spelling)?.[1]?.replaceAll("-", ":");
  return six !== undefined && bitsOfIpv6(six) !== null ? six : null;
}
