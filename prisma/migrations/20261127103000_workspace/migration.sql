-- What customers see of the whole installation: one row, which every page of theirs reads.
alter table workspace
  add column accent text,
  add column languages text[] not null default array['en', 'de', 'es'],
  add column colleagues_share boolean not null default true,
  add column logo bytea,
  add column logo_type text,
  add column logo_mark text,
  add column version integer not null default 1,
  add column updated_at timestamptz(6) not null default now();

-- Who changed what of it, in words that stay when people are gone.
create table workspace_changes (
  id uuid primary key,
  changed_at timestamptz(6) not null,
  actor_id uuid not null,
  actor_name text not null,
  field text not null,
  before text not null,
  after text not null
);
