-- How long a first reply takes now, queue by queue: a team's id, "none" for tickets of no team, "all"
-- for everybody. It is computed anew every few minutes; times stand here only where the back-test
-- beside them held.
create table queue_weather (
  queue text primary key check (char_length(queue) between 1 and 40),
  at timestamptz not null,
  backlog integer not null check (backlog >= 0),
  ms_p50 double precision,
  ms_p90 double precision,
  tried integer not null,
  under_p50 double precision,
  under_p90 double precision
);
