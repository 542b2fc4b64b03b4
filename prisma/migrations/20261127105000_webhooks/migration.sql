-- Webhooks: who else is told of what happens here, what was sent to them, and what they answered.

create table webhook_endpoints (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  url text not null check (char_length(url) between 1 and 2000),
  events text[] not null check (cardinality(events) between 1 and 60),
  -- Null while it is sent to; else why not: a person switched it off, or it failed for too long.
  off_reason text check (off_reason in ('person', 'failing', 'gone')),
  off_at timestamptz,
  -- Since when nothing arrived there; null after each success.
  failing_since timestamptz,
  -- Events after this position are for it.
  from_position bigint not null,
  -- Locked; the one before counts until its time is over, so that receivers can change in peace.
  secret text not null,
  secret_before text,
  before_until timestamptz,
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  check ((off_reason is null) = (off_at is null)),
  check ((secret_before is null) = (before_until is null))
);

-- One event for one endpoint, however often it is tried.
create table webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints (id) on delete cascade,
  event_id uuid not null,
  event_name text not null,
  ticket_id uuid,
  body text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed', 'withdrawn')),
  attempts integer not null default 0 check (attempts >= 0),
  -- When its turn began: a replay is tried for as long as the first time.
  turn_at timestamptz not null,
  due_at timestamptz,
  -- A worker was asked for its attempt; until then nobody else is.
  claimed_until timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (endpoint_id, event_id),
  check ((state = 'waiting') = (due_at is not null))
);
create index webhook_deliveries_due on webhook_deliveries (endpoint_id, due_at)
  where state = 'waiting';
create index webhook_deliveries_newest on webhook_deliveries (endpoint_id, created_at desc, id desc);
create index webhook_deliveries_ticket on webhook_deliveries (ticket_id) where ticket_id is not null;
create index webhook_deliveries_age on webhook_deliveries (settled_at) where settled_at is not null;

create table webhook_attempts (
  delivery_id uuid not null references webhook_deliveries (id) on delete cascade,
  number integer not null check (number > 0),
  at timestamptz not null,
  duration_ms integer not null,
  -- What was answered; null when nothing was.
  status smallint,
  fault text,
  request text not null,
  response text not null,
  primary key (delivery_id, number)
);

-- Up to which position of the log everything lies in webhook_deliveries.
create table webhook_cursor (
  singleton boolean primary key default true,
  position bigint not null
);
insert into webhook_cursor (position) select coalesce(max(last), 0) from event_positions;
