/**
 * Who called, as far as it can be known. Each proxy of ours appends the address that it saw, so the
 * last `hops` entries are ours to believe and everything before them is what a stranger wrote.
 */
export function callerAddress(
  forwardedFor: string | undefined,
  socketAddress: string | undefined,
  hops: number,
): string {
  const seen = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const believed = hops === 0 ? undefined : seen.at(-hops);
  return believed || socketAddress || "unknown";
}
