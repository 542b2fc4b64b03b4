/** Where an answer to a mail of ours goes: into a ticket, or a side conversation beside one. */
export type ReplyTarget = { kind: "ticket" | "side"; id: string };

/** Signs a text with one secret: lower-case letters and digits alone, as mail systems keep them. */
export type Signer = (text: string) => string;

const letters = { ticket: "t", side: "s" } as const;
const kinds: Readonly<Record<string, ReplyTarget["kind"]>> = { t: "ticket", s: "side" };
/** Mail systems carry no more before the @. */
const localCharsMax = 64;
const signatureChars = 16;
const token = new RegExp(`\\+([ts])([0-9a-z]{25})([0-9a-z]{${signatureChars}})$`);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const hexOf = (id: string) => BigInt(`0x${id.replaceAll("-", "")}`);

function idOf(packed: string): string | null {
  let value = 0n;
  for (const char of packed) value = value * 36n + BigInt(Number.parseInt(char, 36));
  const hex = value.toString(16).padStart(32, "0");
  if (hex.length !== 32) return null;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const signed = (mailbox: string, letter: string, packed: string, sign: Signer) =>
  sign(`reply/v1/${mailbox}/${letter}/${packed}`).slice(0, signatureChars);

/**
 * The address of a mailbox with a token that names where answers belong: `help+<token>@x.example`.
 * The mailbox's own address when its name leaves no room for the token.
 */
export function replyAddress(mailbox: string, { kind, id }: ReplyTarget, sign: Signer): string {
  const at = mailbox.lastIndexOf("@");
  const [local, domain] = [mailbox.slice(0, at), mailbox.slice(at + 1)];
  if (at < 1 || !uuid.test(id)) return mailbox;
  const packed = hexOf(id).toString(36).padStart(25, "0");
  const letter = letters[kind];
  const own = mailbox.toLowerCase();
  const named = `${local}+${letter}${packed}${signed(own, letter, packed, sign)}`;
  return named.length > localCharsMax ? mailbox : `${named}@${domain}`;
}

/**
 * Where an answer to this address belongs, if one of our secrets (the present one and those before
 * it) signed it for this very mailbox; null for every other address.
 */
export function replyTarget(address: string, signers: readonly Signer[]): ReplyTarget | null {
  const low = address.trim().toLowerCase();
  const at = low.lastIndexOf("@");
  const found = token.exec(low.slice(0, Math.max(0, at)));
  const [, letter = "", packed = "", signature = ""] = found ?? [];
  const kind = kinds[letter];
  if (found === null || kind === undefined) return null;
  const mailbox = `${low.slice(0, found.index)}${low.slice(at)}`;
  const isOurs = signers.some((sign) => signed(mailbox, letter, packed, sign) === signature);
  const id = isOurs ? idOf(packed) : null;
  return id === null ? null : { kind, id };
}

/** The mailbox that an address leads to, without a token or any other addition. */
export function plainAddress(address: string): string {
  const low = address.trim().toLowerCase();
  return low.replace(/^([^+@]+)\+[^@]*@/, "$1@");
}
