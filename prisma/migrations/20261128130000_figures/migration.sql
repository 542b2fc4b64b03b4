-- From where on something is too much, where an admin said otherwise than the founding document: a
-- row a version. The newest of a table counts; it holds what differs, and null goes back to all
-- founding values.
create table capacity_figures (
  figure text not null check (char_length(figure) between 1 and 60),
  version integer not null check (version > 0),
  value jsonb,
  reason text not null check (char_length(reason) between 1 and 300),
  actor_id uuid not null references users (id),
  at timestamptz not null,
  primary key (figure, version)
);
