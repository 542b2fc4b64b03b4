import { endsWord, fold, quote } from "./characters";
import type { Field } from "./fields";
import type { NameIndex } from "./names";

/** Words that mean something else when they stand without quotes. */
const special = new Set(["none", "any", "*", "me", "mine"]);

/** One value of a list as it is written after the colon. */
export function writeValue(field: Field, value: string, names: NameIndex | undefined): string {
  if (value === "me" && field.kind === "person") return "me";
  if (value === "mine" && (field.kind === "team" || field.kind === "organization")) return "mine";
  return writeWord(names?.write(value) ?? value);
}

export function writeWord(word: string): string {
  const plain =
    word !== "" &&
    !special.has(fold(word)) &&
    !/^[<>=]/u.test(word) &&
    ![...word].some((char) => char === "," || endsWord(char));
  return plain ? word : quote(word);
}
