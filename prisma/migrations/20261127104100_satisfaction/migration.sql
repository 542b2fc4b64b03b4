-- What requesters think of how their tickets were solved: once for each resolution.
create table satisfaction_ratings (
  id uuid primary key,
  ticket_id uuid not null references tickets (id) on delete cascade,
  -- Which resolution is meant: a ticket that is opened again can be rated again.
  resolution_at timestamptz not null,
  requester_id uuid not null references users (id),
  -- Who had the ticket when it was first rated.
  agent_id uuid references users (id),
  team_id uuid references teams (id) on delete set null,
  asked_at timestamptz,
  is_good boolean,
  comment text not null default '',
  rated_at timestamptz,
  changed_at timestamptz,
  check ((is_good is null) = (rated_at is null)),
  unique (ticket_id, resolution_at)
);
create index satisfaction_ratings_rated on satisfaction_ratings (rated_at desc, id desc)
  where rated_at is not null;
create index satisfaction_ratings_asked on satisfaction_ratings (requester_id, asked_at);

-- One row: whether and when people are asked. What was resolved before `since` is not asked about.
create table satisfaction_settings (
  singleton boolean primary key default true check (singleton),
  asks boolean not null default true,
  delay_minutes integer not null default 1440 check (delay_minutes between 0 and 10080),
  since timestamptz not null default now()
);
insert into satisfaction_settings (since) values (date_trunc('milliseconds', now()));
