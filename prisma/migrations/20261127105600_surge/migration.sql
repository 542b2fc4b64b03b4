-- Surge mode: what is left undone under overload, so that replies and sign-in go on.

create table surge_state (
  singleton boolean primary key default true,
  -- What the measures ask for, and since when they have asked for more or less.
  level smallint not null default 0 check (level between 0 and 2),
  hot_since timestamptz,
  calm_since timestamptz,
  says text not null default '',
  at timestamptz not null
);
insert into surge_state (at) values ('2000-01-01 00:00:00+00');

-- Every change of level: by itself, or by somebody for a while.
create table surge_changes (
  id uuid primary key,
  seq bigint generated always as identity,
  level smallint not null check (level between 0 and 2),
  actor_id uuid references users (id),
  says text not null check (char_length(says) between 1 and 300),
  at timestamptz not null,
  -- Until when a person's choice counts; null for what happened by itself.
  until timestamptz,
  ended_at timestamptz,
  check ((actor_id is null) = (until is null))
);
create index surge_changes_newest on surge_changes (seq);
create index surge_changes_by_hand on surge_changes (until) where until is not null and ended_at is null;
