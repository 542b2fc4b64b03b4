-- The knowledge base: categories, articles in several languages with their versions, and the pages
-- that readers see.

-- Words are reduced to their stems in the article's own language, accents or none.
create text search configuration kb_en (copy = pg_catalog.english);
alter text search configuration kb_en
  alter mapping for word, hword, hword_part with unaccent, english_stem;
create text search configuration kb_de (copy = pg_catalog.german);
alter text search configuration kb_de
  alter mapping for word, hword, hword_part with unaccent, german_stem;
create text search configuration kb_es (copy = pg_catalog.spanish);
alter text search configuration kb_es
  alter mapping for word, hword, hword_part with unaccent, spanish_stem;

create table kb_categories (
  id uuid primary key,
  parent_id uuid references kb_categories (id),
  place integer not null,
  created_at timestamptz not null,
  check (parent_id <> id)
);
create index kb_categories_parent on kb_categories (parent_id);

create table kb_category_names (
  category_id uuid not null references kb_categories (id) on delete cascade,
  language text not null check (language in ('en', 'de', 'es')),
  name text not null check (char_length(name) between 1 and 120),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 100),
  summary text not null check (char_length(summary) <= 500),
  primary key (category_id, language)
);
create unique index kb_category_names_slug on kb_category_names (language, slug);

-- What all languages of an article share.
create table kb_articles (
  id uuid primary key,
  category_id uuid not null references kb_categories (id),
  -- For the people of the house alone: never on a public page.
  internal boolean not null,
  related_ids uuid[] not null check (cardinality(related_ids) <= 6),
  created_at timestamptz not null
);
create index kb_articles_category on kb_articles (category_id);

-- An article in one language, as those who write it see it.
create table kb_translations (
  article_id uuid not null references kb_articles (id),
  language text not null check (language in ('en', 'de', 'es')),
  state text not null check (state in ('draft', 'review', 'published', 'archived')),
  title text not null check (char_length(title) between 1 and 160),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 100),
  -- The newest version, and the one that readers see.
  version integer not null check (version > 0),
  published_version integer check (published_version <= version),
  -- When it is to be published by itself, and which version of it.
  publish_at timestamptz,
  publish_version integer,
  updated_at timestamptz not null,
  primary key (article_id, language),
  check ((state = 'published') = (published_version is not null)),
  check ((publish_at is null) = (publish_version is null))
);
create unique index kb_translations_slug on kb_translations (language, slug);
create index kb_translations_newest on kb_translations (updated_at, article_id, language);
create index kb_translations_state on kb_translations (state, updated_at, article_id, language);
create index kb_translations_title on kb_translations using gin (lower(title) gin_trgm_ops);
create index kb_translations_due on kb_translations (publish_at) where publish_at is not null;

-- What was written, each time it was saved; never changed afterwards.
create table kb_versions (
  article_id uuid not null,
  language text not null,
  version integer not null check (version > 0),
  title text not null check (char_length(title) between 1 and 160),
  body text not null check (char_length(body) <= 100000),
  author_id uuid not null references users (id),
  -- The version that this one brought back.
  reverted_to integer,
  created_at timestamptz not null,
  primary key (article_id, language, version),
  foreign key (article_id, language) references kb_translations (article_id, language)
);

-- Addresses that an article had before: they lead to the one it has now.
create table kb_old_slugs (
  language text not null check (language in ('en', 'de', 'es')),
  slug text not null,
  article_id uuid not null references kb_articles (id),
  primary key (language, slug)
);

-- Files and pictures of an article.
create table kb_files (
  article_id uuid not null references kb_articles (id),
  attachment_id uuid not null references attachments (id),
  primary key (article_id, attachment_id)
);
create unique index kb_files_attachment on kb_files (attachment_id);

-- What is published, as readers see it: public pages, search and suggestions read this table alone,
-- so that a draft has no way to them. Rows come with a publication and go with its end.
create table kb_pages (
  article_id uuid not null,
  language text not null check (language in ('en', 'de', 'es')),
  category_id uuid not null references kb_categories (id),
  internal boolean not null,
  slug text not null,
  title text not null,
  summary text not null,
  html text not null,
  body_text text not null,
  headings jsonb not null,
  version integer not null,
  published_at timestamptz not null,
  changed_at timestamptz not null,
  helpful integer not null default 0 check (helpful >= 0),
  unhelpful integer not null default 0 check (unhelpful >= 0),
  -- How many said, while they asked, that it had answered them.
  solved integer not null default 0 check (solved >= 0),
  -- From votes and answers: which one of two that fit alike stands first.
  standing real not null default 0,
  title_words tsvector not null,
  words tsvector not null,
  primary key (article_id, language),
  foreign key (article_id, language) references kb_translations (article_id, language)
);
create unique index kb_pages_slug on kb_pages (language, slug);
create index kb_pages_category on kb_pages (category_id, language, title, article_id);
create index kb_pages_standing on kb_pages (language, standing, article_id);
create index kb_pages_title_en on kb_pages using gin (title_words) where language = 'en';
create index kb_pages_title_de on kb_pages using gin (title_words) where language = 'de';
create index kb_pages_title_es on kb_pages using gin (title_words) where language = 'es';
create index kb_pages_words_en on kb_pages using gin (words) where language = 'en';
create index kb_pages_words_de on kb_pages using gin (words) where language = 'de';
create index kb_pages_words_es on kb_pages using gin (words) where language = 'es';

-- The words of public pages as they are written, for mending what is mistyped.
create table kb_words (
  language text not null check (language in ('en', 'de', 'es')),
  word text not null check (char_length(word) between 3 and 30),
  pages integer not null check (pages > 0),
  -- The word, and what is left of it without one of its letters.
  forms text[] not null,
  primary key (language, word)
);
create index kb_words_like on kb_words using gin (word gin_trgm_ops);
create index kb_words_forms on kb_words using gin (forms);

create table kb_votes (
  article_id uuid not null,
  language text not null,
  -- A person's id, or a mark of an address from which nobody can be found again.
  voter text not null check (char_length(voter) <= 64),
  helpful boolean not null,
  reason text not null check (char_length(reason) <= 1000),
  version integer not null,
  created_at timestamptz not null,
  primary key (article_id, language, voter)
);
create index kb_votes_newest on kb_votes (article_id, created_at);

-- What was searched for, counted by day: who it was is not kept.
create table kb_searches (
  language text not null check (language in ('en', 'de', 'es')),
  words text not null check (char_length(words) between 1 and 200),
  day date not null,
  asked integer not null check (asked > 0),
  -- Of those: answered by nothing, and followed by a click on an answer.
  empty integer not null check (empty between 0 and asked),
  clicked integer not null check (clicked >= 0),
  primary key (day, language, words)
);
