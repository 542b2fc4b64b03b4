-- What the processes measured of themselves: a row a series and span of time. A histogram has its
-- counts between the edges, a counter what came, a gauge its mean and its highest reading.
create table metric_samples (
  span_seconds smallint not null check (span_seconds in (10, 60, 3600)),
  name text not null,
  at timestamptz not null,
  process_id text not null,
  process_kind text not null,
  labels text not null,
  kind text not null check (kind in ('histogram', 'counter', 'gauge')),
  count bigint not null check (count >= 0),
  sum double precision not null,
  highest double precision not null,
  buckets bigint[] not null default array[]::bigint[],
  primary key (span_seconds, name, at, process_id, labels)
) partition by range (at);
create table metric_samples_default partition of metric_samples default;

-- What admins did to the machinery: who, when, what. Never what was inside a job.
create table operator_actions (
  id uuid primary key,
  actor_id uuid not null references users (id),
  action text not null check (char_length(action) between 1 and 60),
  subject text not null check (char_length(subject) between 1 and 300),
  at timestamptz not null
);
create index operator_actions_newest on operator_actions (at, id);
