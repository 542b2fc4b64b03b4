/** Why a webhook may not be sent to an address. */
export type RefusedReason =
  | "not_a_url"
  | "scheme"
  | "credentials"
  | "loopback"
  | "private"
  | "link_local"
  | "metadata"
  | "reserved"
  | "unresolved";

export interface RefusedAddress {
  readonly reason: RefusedReason;
  /** A sentence for the person who typed the address. */
  readonly words: string;
}

export const refused = (reason: RefusedReason, words: string): RefusedAddress => ({
  reason,
  words,
});
