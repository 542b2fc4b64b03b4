-- Promises: when we work, what we promise, and the clocks that follow from both. The clocks are a
-- cache of a pure function over what happened; whatever is lost here can be computed again.

create table sla_calendars (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  version integer not null default 1 check (version > 0),
  definition jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  retired_at timestamptz
);
create unique index sla_calendars_name on sla_calendars (lower(name)) where retired_at is null;

-- A clock that has ended is explained by the hours that were in force when it was last read.
create table sla_calendar_versions (
  calendar_id uuid not null references sla_calendars (id),
  version integer not null check (version > 0),
  name text not null,
  definition jsonb not null,
  actor_id uuid references users (id),
  created_at timestamptz not null default now(),
  primary key (calendar_id, version)
);

create table sla_policies (
  id uuid primary key,
  position integer not null check (position > 0),
  name text not null check (char_length(name) between 1 and 120),
  version integer not null default 1 check (version > 0),
  calendar_id uuid not null references sla_calendars (id),
  definition jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  retired_at timestamptz
);

create table sla_policy_versions (
  policy_id uuid not null references sla_policies (id),
  version integer not null check (version > 0),
  name text not null,
  calendar_id uuid not null references sla_calendars (id),
  definition jsonb not null,
  actor_id uuid references users (id),
  created_at timestamptz not null default now(),
  primary key (policy_id, version)
);

create table sla_clocks (
  ticket_id uuid not null references tickets (id) on delete cascade,
  metric text not null check (metric in ('firstResponse', 'nextResponse', 'resolution')),
  policy_id uuid not null references sla_policies (id),
  policy_version integer not null,
  calendar_id uuid not null references sla_calendars (id),
  calendar_version integer not null,
  -- The ticket's version that this was read from: another one means that it may be out of date.
  ticket_version integer not null,
  state text not null check (state in ('running', 'at_risk', 'breached', 'paused', 'met')),
  target_ms bigint not null check (target_ms > 0),
  spent_ms bigint not null check (spent_ms >= 0),
  started_at timestamptz not null,
  ended_at timestamptz,
  due_at timestamptz,
  risk_at timestamptz,
  next_check_at timestamptz,
  -- That a threshold was told of, in the transaction of its event: two workers tell it once.
  risk_told_at timestamptz,
  breach_told_at timestamptz,
  -- It crossed a threshold and was told of; the ticket's own columns follow after all are told.
  unshown boolean not null default false,
  primary key (ticket_id, metric)
);
-- What falls due is found here and never among all tickets.
create index sla_clocks_next_check on sla_clocks (next_check_at) where next_check_at is not null;
create index sla_clocks_unshown on sla_clocks (ticket_id) where unshown;

create table sla_recomputes (
  id uuid primary key,
  reason text not null check (reason in ('installed', 'policies', 'calendars', 'zone_data')),
  actor_id uuid references users (id),
  -- Null: what is open. Otherwise also what is over and was asked since then.
  asked_since timestamptz,
  -- Where it goes on: the last ticket that was looked at.
  after_created_at timestamptz,
  after_id uuid,
  total_count integer,
  checked_count integer not null default 0,
  moved_count integer not null default 0,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index sla_recomputes_newest on sla_recomputes (created_at, id);
create index sla_recomputes_open on sla_recomputes (created_at) where ended_at is null;

-- The time zone database that the clocks were computed with.
create table sla_zone_data (
  singleton boolean primary key default true check (singleton),
  version text not null
);

-- An installation promises something from its first ticket on; an admin says what fits.
insert into sla_calendars (id, name, definition) values (
  '019abcde-0000-7000-8000-000000000001', 'Working hours',
  '{"timeZone": "UTC", "weekly": {"mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": [["09:00", "17:00"]], "thu": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]]}, "holidays": [], "exceptions": {}}'
);
insert into sla_policies (id, position, name, calendar_id, definition) values (
  '019abcde-0000-7000-8000-000000000002', 1, 'Everybody',
  '019abcde-0000-7000-8000-000000000001',
  '{"where": {"version": 1, "where": {"type": "and", "of": []}}, "targets": {"firstResponse": {"low": 960, "medium": 480, "high": 240, "urgent": 60}, "nextResponse": {"low": 960, "medium": 480, "high": 240, "urgent": 60}, "resolution": {"low": 4800, "medium": 2400, "high": 1440, "urgent": 480}}, "pauseOn": {"firstResponse": ["pending"], "nextResponse": ["pending"], "resolution": ["pending", "on_hold"]}, "riskShare": 0.25}'
);
insert into sla_calendar_versions (calendar_id, version, name, definition)
  select id, version, name, definition from sla_calendars;
insert into sla_policy_versions (policy_id, version, name, calendar_id, definition)
  select id, version, name, calendar_id, definition from sla_policies;
insert into sla_recomputes (id, reason) values ('019abcde-0000-7000-8000-000000000003', 'installed');
