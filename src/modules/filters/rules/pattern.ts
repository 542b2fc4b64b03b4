import { foldWord } from "./characters";
import { runsOf } from "./runs";

/** Letters that people write with and without marks, in the languages that the console speaks. */
const variants: Readonly<Record<string, string>> = {
  a: "aàáâãäåāăą",
  c: "cçćč",
  d: "dďđð",
  e: "eèéêëēėęě",
  g: "gğ",
  i: "iìíîïīįı",
  l: "lł",
  n: "nñńň",
  o: "oòóôõöøōő",
  r: "rř",
  s: "sśšş",
  t: "tťţ",
  u: "uùúûüūůű",
  y: "yýÿ",
  z: "zźżž",
};

/** Two letters that people also write as one. */
const ligatures: Readonly<Record<string, string>> = { ss: "(ß|ss)", ae: "(æ|ae)", oe: "(œ|oe)" };

/**
 * A phrase as it stands, its words one after another: a pattern for the database that knows neither
 * case nor accents nor what stands between the words. Of letters and digits alone, so that nothing
 * in it has a meaning of its own.
 */
export function patternOf(phrase: string): string {
  const runs = runsOf(phrase).map((run) => foldWord(run).replace(/ss|ae|oe|./gu, letter));
  return `\\m${runs.join("[^[:alnum:]]+")}\\M`;
}

function letter(written: string): string {
  const known = variants[written];
  return ligatures[written] ?? (known === undefined ? written : `[${known}]`);
}
