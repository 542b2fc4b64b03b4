-- Where the minutes of a late promise went, written once when it is over: the overview adds them up.
create table late_minutes (
  ticket_id uuid not null references tickets (id) on delete cascade,
  metric text not null check (metric in ('firstResponse', 'nextResponse', 'resolution')),
  ended_at timestamptz not null,
  mail_ms bigint not null check (mail_ms >= 0),
  queue_ms bigint not null check (queue_ms >= 0),
  slowness_ms bigint not null check (slowness_ms >= 0),
  routing_ms bigint not null check (routing_ms >= 0),
  person_ms bigint not null check (person_ms >= 0),
  primary key (ticket_id, metric, ended_at)
);
create index late_minutes_newest on late_minutes (ended_at);
