type Named = { id: string; name: string };

const plain = (text: string) => text.normalize("NFC").toLocaleLowerCase();

/**
 * Who is called in a text by "@" and their whole name. Of two names of which one begins with the
 * other the longer one is meant; two people with one name are both meant.
 */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  let rest = plain(text);
  const found = new Set<string>();
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length);
  for (const { name } of longestFirst) {
    const sign = `@${plain(name)}`;
    let at = rest.indexOf(sign);
    let meant = false;
    while (at >= 0) {
      const before = rest[at - 1] ?? " ";
      const after = rest[at + sign.length] ?? " ";
      // Not within an address or a longer word.
      const isCall = !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
      if (isCall) {
        meant = true;
        rest = rest.slice(0, at) + " ".repeat(sign.length) + rest.slice(at + sign.length);
      }
      at = rest.indexOf(sign, at + 1);
    }
    if (meant) for (const one of people) if (plain(one.name) === plain(name)) found.add(one.id);
  }
  return people.filter((one) => found.has(one.id)).map((one) => one.id);
}
