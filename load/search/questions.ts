import { db, sql } from "@/platform/database";

/** Questions of one kind, none asked twice. `of` is the right spelling of a mistyped one. */
export type Question = { text: string; typing?: boolean; of?: string };
export type Kind = { name: string; questions: Question[] };

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** The same numbers for the same seed, so that two runs ask the same. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Pick = () => number;
const pick = <Item>(items: readonly Item[], random: Pick): Item | undefined =>
  items[Math.floor(random() * items.length)];
const times = <Item>(count: number, make: () => Item): Item[] =>
  Array.from({ length: count }, make);

/** One letter dropped, added, changed or swapped with the next. */
function mistype(word: string, random: Pick): string {
  const letters = [...word];
  const at = Math.floor(random() * (letters.length - 1));
  const letter = pick([...alphabet], random) ?? "x";
  const next = letters[at + 1] ?? "";
  const kinds = [
    () => letters.toSpliced(at, 1),
    () => letters.toSpliced(at, 0, letter),
    () => letters.with(at, letter),
    () => letters.with(at, next).with(at + 1, letters[at] ?? ""),
  ];
  const made = pick(kinds, random)?.().join("") ?? word;
  return made === word ? mistype(word, random) : made;
}

async function wordsBetween(least: number, most: number): Promise<string[]> {
  const rows = await db.write.rows<{ word: string }>(sql`
    select word from search_words
    where messages between ${least} and ${most}
      and to_tsvector('public.helpdesk', word) <> '' order by md5(word) limit 1000`);
  return rows.map(({ word }) => word);
}

/** Texts from all over the time, for phrases and codes that are really there. */
async function someTexts(): Promise<string[]> {
  const rows = await db.write.rows<{ text: string }>(sql`
    select body_text as text from ticket_messages tablesample system (0.05) limit 2000`);
  return rows.map(({ text }) => text);
}

function phraseOf(text: string, random: Pick): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const length = 2 + Math.floor(random() * 3);
  const at = Math.floor(random() * Math.max(1, words.length - length));
  return words.slice(at, at + length).join(" ");
}

/** As many questions of each kind, drawn from what the database really holds. */
export async function questionsOf(count: number, seed: number): Promise<Kind[]> {
  const random = numbers(seed);
  const [everywhere, often, seldom] = await Promise.all([
    wordsBetween(100_000, 2 ** 30),
    wordsBetween(2_000, 99_999),
    wordsBetween(3, 1_999),
  ]);
  const all = [...everywhere, ...often, ...seldom];
  const texts = await someTexts();
  const word = (from: readonly string[]) => pick(from, random) ?? "";
  const long = all.filter((each) => each.length >= 5);
  const codes = texts.flatMap((text) => text.match(/\b[A-Z]{1,3}\d*-[\dA-Z-]{4,}\b/gu) ?? []);
  const absent = () => times(7, () => pick([..."qxzjvkw"], random) ?? "").join("");
  const kinds: Record<string, () => Question> = {
    "word said everywhere": () => ({ text: word(everywhere) }),
    "word said often": () => ({ text: word(often) }),
    "word said seldom": () => ({ text: word(seldom) }),
    "word never said": () => ({ text: absent() }),
    "two words": () => ({ text: `${word(all)} ${word(often)}` }),
    "phrase that is there": () => ({ text: `"${phraseOf(word(texts), random)}"` }),
    "phrase that is not": () => ({ text: `"${word(everywhere)} ${word(often)}"` }),
    "beginning, 3 letters": () => ({ text: word(long).slice(0, 3), typing: true }),
    "beginning, 5 letters": () => ({ text: word(long).slice(0, 5), typing: true }),
    "code or number": () => ({ text: word(codes) }),
    "with a field": () => ({ text: `status:open ${word(often)}` }),
  };
  const made = Object.entries(kinds).map(([name, make]) => ({
    name,
    questions: times(count, make).filter(({ text }) => !/^"?\s*"?$/.test(text)),
  }));
  const typed = times(count, () => {
    const of = word(long);
    return { text: mistype(of, random), of };
  });
  return [...made, { name: "word mistyped", questions: typed }];
}
