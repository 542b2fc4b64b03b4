-- Tags, custom fields, canned responses and macros; teams that are put away.

-- identity ---------------------------------------------------------------------------------------

-- Closed tickets still say who had them, so a team is put away and not deleted.
alter table teams add column archived_at timestamptz;

-- fields -----------------------------------------------------------------------------------------

create table tags (
  name text primary key check (char_length(name) between 1 and 40),
  created_at timestamptz not null,
  -- It is being taken off all tickets; with `becomes` they get that one instead.
  leaving_since timestamptz,
  becomes text check (becomes <> name),
  check (becomes is null or leaving_since is not null)
);
create index tags_leaving on tags (leaving_since) where leaving_since is not null;

create table custom_fields (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9_]{0,29}$'),
  name text not null check (char_length(name) between 1 and 60),
  type text not null check (type in ('text', 'number', 'checkbox', 'date', 'choice', 'choices')),
  options jsonb not null default '[]',
  required boolean not null default false,
  visible_to_customer boolean not null default false,
  active boolean not null default true,
  place integer not null,
  created_at timestamptz not null,
  leaving_since timestamptz
);

-- tickets ----------------------------------------------------------------------------------------

alter table tickets add column fields jsonb not null default '{}';
create index tickets_tags on tickets using gin (tags);
-- How often each tag is on active tickets is counted while one types, without visiting the table.
create index tickets_active_tags on tickets (status) include (tags)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
create index tickets_fields on tickets using gin (fields);
-- An order number is found by any part of it; tickets without fields cost nothing here.
create index tickets_fields_words on tickets using gin ((fields::text) gin_trgm_ops)
  where fields <> '{}';

-- responses --------------------------------------------------------------------------------------

create table canned_responses (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  shortcut citext check (shortcut::text ~ '^[[:alnum:]_-]{1,30}$'),
  body text not null check (char_length(body) between 1 and 20000),
  owner_id uuid references users (id) on delete cascade,
  team_id uuid references teams (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (owner_id is null or team_id is null)
);
create unique index canned_responses_shortcut on canned_responses
  (coalesce(owner_id, team_id, '00000000-0000-0000-0000-000000000000'::uuid), shortcut)
  where shortcut is not null;
create index canned_responses_name on canned_responses (name, id);

create table macros (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  actions jsonb not null default '{}',
  message_kind text check (message_kind in ('reply', 'note')),
  body text not null default '' check (char_length(body) <= 20000),
  owner_id uuid references users (id) on delete cascade,
  team_id uuid references teams (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (owner_id is null or team_id is null),
  check ((message_kind is null) = (body = ''))
);
create index macros_name on macros (name, id);
