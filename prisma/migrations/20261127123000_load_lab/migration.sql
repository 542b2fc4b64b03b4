-- Runs of the load lab: what was asked, how far it is, and what was found. The supervisor carries
-- one out at a time, on a database and a store of its own.
create table load_runs (
  id uuid primary key,
  state text not null check (state in ('asked', 'running', 'done', 'failed', 'cancelled', 'killed')),
  options jsonb not null,
  cancel_asked boolean not null default false,
  progress jsonb,
  report jsonb,
  says text check (char_length(says) <= 500),
  asked_at timestamptz not null,
  started_at timestamptz,
  seen_at timestamptz,
  ended_at timestamptz,
  author_id uuid not null references users (id)
);
create unique index load_runs_one_at_a_time on load_runs ((true))
  where state in ('asked', 'running');
