-- What people ask to have of their own data: made by a job, kept for a week, for them alone.
create table data_exports (
  id uuid primary key,
  person_id uuid not null references users (id) on delete cascade,
  requested_at timestamptz not null,
  requests_done integer not null default 0,
  requests_total integer not null default 0,
  -- JSON, packed by gzip.
  content bytea,
  ready_at timestamptz,
  expires_at timestamptz not null,
  check ((content is null) = (ready_at is null))
);
create index data_exports_person on data_exports (person_id, requested_at desc);
create index data_exports_waiting on data_exports (requested_at) where ready_at is null;
create index data_exports_expiry on data_exports (expires_at);
