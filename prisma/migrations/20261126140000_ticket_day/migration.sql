-- An agent's day with a ticket: closing by itself, merge, links, followers, snooze, time.

alter table tickets
  -- The number of the ticket that this one was merged into; such a ticket is closed.
  add column merged_into bigint references tickets (number),
  add column snoozed_until timestamptz,
  add constraint tickets_merged_closed check (merged_into is null or status = 'closed');
-- What upkeep looks for: resolved long ago, snoozed until now.
create index tickets_closing on tickets (resolved_at, id) where status = 'resolved';
create index tickets_snoozed on tickets (snoozed_until, id) where snoozed_until is not null;
create index tickets_merged on tickets (merged_into) where merged_into is not null;
-- The sidebar leaves snoozed tickets out, so its index knows them.
drop index tickets_active_counts;
create index tickets_active_counts on tickets
  (status, assignee_id, team_id, priority, sla_state, waiting_since, snoozed_until)
  where status in ('open', 'pending', 'on_hold') and not synthetic;

create table ticket_links (
  id uuid primary key,
  -- The one that follows, doubles, belongs to or comes from the other.
  from_id uuid not null references tickets (id),
  to_id uuid not null references tickets (id),
  kind text not null
    check (kind in ('related', 'duplicate', 'child', 'incident', 'follow_up', 'split')),
  created_by uuid references users (id),
  created_at timestamptz not null,
  unique (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index ticket_links_to on ticket_links (to_id, kind, created_at, id);

create table ticket_followers (
  ticket_id uuid not null references tickets (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null,
  primary key (ticket_id, user_id)
);
create index ticket_followers_user on ticket_followers (user_id);

create table ticket_times (
  id uuid primary key,
  ticket_id uuid not null references tickets (id),
  user_id uuid not null references users (id),
  -- A timer runs as long as it has no seconds.
  started_at timestamptz not null,
  seconds integer check (seconds between 1 and 604800),
  note text not null default '' check (char_length(note) <= 200)
);
create index ticket_times_ticket on ticket_times (ticket_id, started_at, id);
create unique index ticket_times_running on ticket_times (user_id) where seconds is null;

-- Merges, kept so that they can be taken back with everything that moved.
create table ticket_merges (
  id uuid primary key,
  source_id uuid not null references tickets (id),
  target_id uuid not null references tickets (id),
  merged_by uuid not null references users (id),
  merged_at timestamptz not null,
  -- Of both tickets, what the merge changed: statuses, times, tags and followers; never words.
  kept jsonb not null,
  undone_by uuid references users (id),
  undone_at timestamptz,
  check (source_id <> target_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index ticket_merges_source on ticket_merges (source_id) where undone_at is null;
create index ticket_merges_target on ticket_merges (target_id, merged_at, id);

create table ticket_merge_messages (
  merge_id uuid not null references ticket_merges (id) on delete cascade,
  message_id uuid not null,
  primary key (merge_id, message_id)
);

-- One answer to all incidents of a problem: whom it goes to is fixed when it is given.
create table incident_answers (
  id uuid primary key,
  problem_id uuid not null references tickets (id),
  author_id uuid not null references users (id),
  body_html text not null check (char_length(body_html) <= 400000),
  body_text text not null check (char_length(body_text) <= 400000),
  status text check (status in ('open', 'pending', 'on_hold', 'resolved')),
  created_at timestamptz not null
);
create index incident_answers_problem on incident_answers (problem_id, created_at, id);

create table incident_answer_tickets (
  -- Also the id of the command that answers.
  id uuid primary key,
  answer_id uuid not null references incident_answers (id) on delete cascade,
  ticket_id uuid not null references tickets (id),
  outcome text check (outcome in ('answered', 'closed')),
  unique (answer_id, ticket_id)
);
create index incident_answer_tickets_waiting on incident_answer_tickets (answer_id, id)
  where outcome is null;

-- Two customers who are one person; the other account stays, shut, so that it can be taken back.
alter table users add column merged_into uuid references users (id);

create table person_merges (
  id uuid primary key,
  kept_id uuid not null references users (id),
  merged_id uuid not null references users (id),
  merged_by uuid not null references users (id),
  merged_at timestamptz not null,
  was_suspended_at timestamptz,
  undone_by uuid references users (id),
  undone_at timestamptz,
  check (kept_id <> merged_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index person_merges_merged on person_merges (merged_id) where undone_at is null;
create index person_merges_kept on person_merges (kept_id, merged_at, id);

create table person_merge_tickets (
  merge_id uuid not null references person_merges (id) on delete cascade,
  ticket_id uuid not null references tickets (id),
  organization_id uuid,
  primary key (merge_id, ticket_id)
);
-- Who is on the phone is found by the beginning of a name or an address.
create index users_name_beginning on users (lower(name) text_pattern_ops)
  where role = 'customer' and merged_into is null;
create index users_email_beginning on users (lower(email::text) text_pattern_ops)
  where role = 'customer' and merged_into is null;
