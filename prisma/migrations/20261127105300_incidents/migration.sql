-- Incidents: what went wrong, since when, who knows of it, and how it went on; and who is told.

create table incidents (
  id uuid primary key,
  subject text not null check (char_length(subject) between 1 and 120),
  level text not null check (level in ('warning', 'critical')),
  title text not null,
  says text not null,
  action text not null,
  path text not null,
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references users (id),
  resolved_at timestamptz,
  version integer not null default 1
);
-- However often it is seen, one thing that is wrong is one incident.
create unique index incidents_open on incidents (subject) where resolved_at is null;
create index incidents_newest on incidents (opened_at desc, id desc);

create table incident_entries (
  id uuid primary key,
  seq bigint generated always as identity,
  incident_id uuid not null references incidents (id) on delete cascade,
  kind text not null check (kind in ('opened', 'worsened', 'unknown', 'acknowledged', 'note',
    'scaling', 'resolved')),
  says text not null check (char_length(says) <= 2000),
  actor_id uuid references users (id),
  at timestamptz not null
);
create index incident_entries_line on incident_entries (incident_id, seq);

-- How often in a row each thing that is watched was bad or good; nothing is kept of what is fine.
create table incident_watches (
  subject text primary key,
  bad integer not null,
  critical integer not null,
  good integer not null,
  unknown boolean not null,
  at timestamptz not null
);
-- When it was looked last: of several workers one looks.
create table incident_looks (
  singleton boolean primary key default true,
  at timestamptz not null
);
insert into incident_looks (at) values ('2000-01-01 00:00:00+00');

-- What people who run the installation are told beside their tickets.
create table notices (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  event_id uuid not null,
  level text not null check (level in ('good', 'warning', 'critical')),
  title text not null,
  says text not null,
  path text not null,
  listed boolean not null,
  mail_due_at timestamptz,
  mailed_at timestamptz,
  read_at timestamptz,
  created_at timestamptz not null,
  unique (user_id, event_id)
);
create index notices_newest on notices (user_id, created_at desc, id desc);
create index notices_due on notices (mail_due_at) where mailed_at is null and mail_due_at is not null;
create index notices_age on notices (created_at);
