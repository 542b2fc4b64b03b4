/**
 * An address as those are told of it who may not be its owner: enough to know one's own again, too
 * little to write to.
 */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const [first = ""] = address.slice(0, Math.max(0, at));
  return `${first}…@${address.slice(at + 1)}`;
}
