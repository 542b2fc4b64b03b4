import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import { plainAddressField } from "../rules/address-field";
import { oneLineOf, storable } from "../rules/plain";

export type MailAddress = { address: string; name: string };

export type MailAddresses = {
  from: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  replyTo: MailAddress[];
};

type Parsed = Pick<ParsedMail, "from" | "to" | "cc" | "replyTo">;

function addressesOf(value: AddressObject | AddressObject[] | undefined): MailAddress[] {
  const lists = value === undefined ? [] : [value].flat();
  return lists
    .flatMap((list) => list.value)
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ address = "", name }) => ({
      address: storable(address),
      name: oneLineOf(storable(name)),
    }))
    .filter(({ address, name }) => address !== "" || name !== "");
}

/** As the parser read them, unless they are written in the old way that it reads wrongly. */
async function readPlainly(
  mail: Parsed,
  lines: (name: string) => readonly string[],
): Promise<Parsed> {
  const written = ["from", "to", "cc", "reply-to"].flatMap((name) =>
    lines(name).map((value) => ({ name, value, plain: plainAddressField(value) })),
  );
  if (written.every(({ value, plain }) => value === plain)) return mail;
  const head = written.map(({ name, plain }) => `${name}: ${plain}\r\n`).join("");
  // The parser hands out the bytes of a head as one letter each.
  return simpleParser(Buffer.from(`${head}\r\n`, "latin1")).catch(() => mail);
}

/** Whom a letter names at its head; `lines` are the fields of a name as they were written. */
export async function addressesIn(
  mail: Parsed | null,
  lines: (name: string) => readonly string[],
): Promise<MailAddresses> {
  const read = mail === null ? {} : await readPlainly(mail, lines);
  return {
    from: addressesOf(read.from)[0] ?? null,
    to: addressesOf(read.to),
    cc: addressesOf(read.cc),
    replyTo: addressesOf(read.replyTo),
  };
}
