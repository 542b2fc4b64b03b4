-- How each part is scaled, where an admin said otherwise than the founding rules: a row a version.
-- The newest of a subject counts; a null policy goes back to the founding rule.
create table scaling_policies (
  subject text not null check (char_length(subject) between 1 and 60),
  version integer not null check (version > 0),
  policy jsonb,
  reason text not null check (char_length(reason) between 1 and 300),
  actor_id uuid not null references users (id),
  at timestamptz not null,
  primary key (subject, version)
);

-- What each rule asked for and why, as the workers evaluated it; kept for some days.
create table scaling_decisions (
  subject text not null check (char_length(subject) between 1 and 60),
  at timestamptz not null,
  kind text not null check (kind in ('step', 'held', 'idle', 'unmeasured')),
  value double precision,
  running integer not null,
  replicas integer not null,
  reason text not null,
  state jsonb not null,
  primary key (subject, at)
);
create index scaling_decisions_newest on scaling_decisions (at, subject);
