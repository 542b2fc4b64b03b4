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
