export type Addressee = { id: string; email: string };

/**
 * To whom a mail about a ticket goes: to who asked, with those who follow it in copy; who wrote the
 * words needs no mail. An address of our own would send it round in a circle. null: to nobody.
 */
export function addresseesOf<Person extends Addressee>(
  people: { requesterId: string; authorId: string | null; concerned: readonly Person[] },
  ours: readonly string[],
): { to: Person; cc: Person[] } | null {
  const { requesterId, authorId, concerned } = people;
  const isOurs = ({ email }: Person) =>
    ours.some((address) => address.toLowerCase() === email.toLowerCase());
  const told = concerned.filter((one) => one.id !== authorId && !isOurs(one));
  const to = told.find(({ id }) => id === requesterId) ?? told[0];
  return to === undefined ? null : { to, cc: told.filter((one) => one !== to) };
}

/** The address in "Help <help@x.example>", or alone; null where there is none. */
export function addressIn(sender: string): string | null {
  return /<?([^<>\s]+@[^<>\s]+?)>?\s*$/.exec(sender)?.[1] ?? null;
}
