-- Addresses that a category of the help centre had before: whoever kept one still gets there.
create table kb_old_category_slugs (
  language text not null check (language in ('en', 'de', 'es')),
  slug text not null,
  category_id uuid not null references kb_categories (id) on delete cascade,
  primary key (language, slug)
);
create index kb_old_category_slugs_category on kb_old_category_slugs (category_id);

-- How many a page had answered when it was taken from its readers, for when it comes back.
alter table kb_translations add column solved_before integer not null default 0;
