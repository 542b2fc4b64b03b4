-- Plans that admins keep: the page's address holds all of a plan, so that is what is kept of it.
create table capacity_plans (
  id uuid primary key,
  name text not null unique check (char_length(name) between 1 and 80),
  address text not null check (char_length(address) <= 2000),
  author_id uuid not null references users (id),
  created_at timestamptz not null
);

-- Load reports that admins took in: how much got done at which load, and on what.
create table load_reports (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 80),
  taken_at timestamptz not null,
  made_on text not null check (char_length(made_on) <= 200),
  points jsonb not null,
  author_id uuid not null references users (id),
  created_at timestamptz not null
);
create index load_reports_newest on load_reports (taken_at, id);
