-- What customers should know of before they ask: a text in each language.
alter table workspace add column trouble jsonb not null default '{}'::jsonb;
