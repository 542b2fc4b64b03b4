import type pg from "pg";
import { copyInto } from "../../scripts/seed/copy";
import { type Random, seeded } from "../../scripts/seed/random";
import { copyLine } from "../../scripts/seed/rows";

export type Vocabulary = { words: readonly string[]; word: () => string };

const syllables =
  "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo vu za ze zi zo zu".split(
    " ",
  );

/**
 * Words as a language has them without its articles and pronouns, which no index holds: the most
 * common ones stand in a third of all texts, and most stand hardly anywhere.
 */
function vocabulary(random: Random, size: number): Vocabulary {
  const known = new Set<string>();
  while (known.size < size)
    known.add(Array.from({ length: random.between(2, 5) }, () => random.pick(syllables)).join(""));
  const words = [...known];
  return {
    words,
    word: () => words[Math.floor(size ** (0.4 + 0.6 * random.next())) - 1] ?? words[0] ?? "",
  };
}

const sentence = ({ word }: Vocabulary, length: number) => Array.from({ length }, word).join(" ");

type Seeding = { client: pg.Client; articles: number; seed: number };

/**
 * Fills an installation with published articles by COPY, and makes of them what a publication would:
 * the vectors and the list of words. The rows are those of the product; only the texts mean nothing.
 */
export async function seedArticles({ client, articles, seed }: Seeding): Promise<Vocabulary> {
  const random = seeded(seed);
  const words = vocabulary(random, 30_000);
  const known = await client.query("select count(*)::int as pages from kb_pages");
  if (known.rows[0]?.pages >= articles) return words;
  const atMs = Date.UTC(2026, 0, 1);
  const authorId = random.id(atMs);
  await client.query(
    "insert into users (id, email, name, role) values ($1, 'writer@example.com', 'Writer', 'agent')",
    [authorId],
  );
  const categories = Array.from({ length: 40 }, () => random.id(atMs));
  for (const [place, id] of categories.entries()) {
    await client.query(
      "insert into kb_categories (id, parent_id, place, created_at) values ($1, null, $2, now())",
      [id, place],
    );
    await client.query(
      "insert into kb_category_names (category_id, language, name, slug, summary) values ($1, 'en', $2, $3, '')",
      [id, `Topic ${place}`, `topic-${place}`],
    );
  }
  await client.query(
    `create temporary table written (id uuid, category_id uuid, internal boolean, title text,
       body text, helpful integer, unhelpful integer, age_days integer)`,
  );
  const columns = "id category_id internal title body helpful unhelpful age_days".split(" ");
  await copyInto(client, { table: "written", columns }, lines(articles, random, words, categories));
  for (const statement of statements)
    await client.query(statement, statement.includes("$1") ? [authorId] : []);
  return words;
}

function* lines(count: number, random: Random, words: Vocabulary, categories: readonly string[]) {
  for (let made = 0; made < count; made += 1)
    yield copyLine([
      random.id(Date.UTC(2026, 0, 1) + made),
      random.pick(categories),
      random.chance(0.05) ? "t" : "f",
      sentence(words, random.between(3, 8)),
      sentence(words, random.between(60, 200)),
      random.between(0, 40),
      random.between(0, 20),
      random.between(0, 900),
    ]);
}

const statements = [
  `insert into kb_articles (id, category_id, internal, related_ids, created_at)
     select id, category_id, internal, '{}', now() from written`,
  `insert into kb_translations (article_id, language, state, title, slug, version,
       published_version, updated_at)
     select id, 'en', 'published', title, 'a-' || replace(id::text, '-', ''), 1, 1, now() from written`,
  `insert into kb_versions (article_id, language, version, title, body, author_id, created_at)
     select id, 'en', 1, title, body, $1, now() from written`,
  `insert into kb_pages (article_id, language, category_id, internal, slug, title, summary, html,
       body_text, headings, version, published_at, changed_at, helpful, unhelpful, standing,
       title_words, words)
     select id, 'en', category_id, internal, 'a-' || replace(id::text, '-', ''), title,
       left(body, 200), '<p>' || body || '</p>', body, '[]', 1, now(),
       now() - make_interval(days => age_days), helpful, unhelpful,
       (helpful + 2) / (helpful + unhelpful + 4.0), to_tsvector('kb_en', title),
       setweight(to_tsvector('kb_en', title), 'A') || setweight(to_tsvector('kb_en', body), 'C')
     from written`,
  `insert into kb_words (language, word, pages, forms)
     select 'en', word, pages, array(select word union
       select overlay(word placing '' from at for 1) from generate_series(1, char_length(word)) at)
     from (select word, count(*)::int as pages from kb_pages,
         lateral unnest(tsvector_to_array(to_tsvector('helpdesk_plain', title || ' ' || body_text)))
           as said (word)
       where not internal and char_length(word) between 3 and 30 group by word) as counted`,
  "vacuum (analyze) kb_pages",
  "vacuum (analyze) kb_words",
];
