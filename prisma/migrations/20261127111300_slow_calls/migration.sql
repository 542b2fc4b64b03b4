-- The slowest call of each operation, minute by minute and process by process, with the statement that
-- took most of it. Values never stand in it: statements are kept as they were sent, with $1 and $2.
create table slow_calls (
  id uuid primary key,
  at timestamptz not null,
  operation text not null,
  process_id text not null,
  ms double precision not null,
  payload_bytes integer not null,
  statements integer not null,
  statements_ms double precision not null,
  slowest_text text,
  slowest_ms double precision not null,
  plan text
);
create index slow_calls_operation on slow_calls (operation, at);
create index slow_calls_at on slow_calls (at);
