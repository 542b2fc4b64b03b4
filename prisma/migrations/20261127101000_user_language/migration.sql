-- The language in which a person is written to and sees the portal; null: none was chosen yet.
alter table users add column language text;
-- In two steps: the first looks at no row, the second blocks no writer.
alter table users add constraint users_language_check
  check (language in ('en', 'de', 'es')) not valid;
alter table users validate constraint users_language_check;
