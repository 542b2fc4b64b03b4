/** One or two letters by which a person is told apart: "AK" of Anna Kowalska. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-_.@]+/u).filter((word) => /^\p{L}/u.test(word));
  const [first = "", ...rest] = words;
  const last = rest.at(-1) ?? "";
  const letter = (word: string) => [...word][0]?.toLocaleUpperCase() ?? "";
  return `${letter(first)}${letter(last)}` || "?";
}

/** The same person has the same ground everywhere; the sum is only for colour and means nothing. */
export function groundOf(name: string, grounds: number): number {
  const sum = [...name].reduce(
    (total, sign) => (total * 31 + (sign.codePointAt(0) ?? 0)) % 9_973,
    7,
  );
  return sum % grounds;
}
