-- The house: people, tickets, conversations, files, the outbox and what travels through it.
-- Written by hand: partitions, partial indexes and check constraints are not Prisma's to write.
create extension if not exists citext;
create extension if not exists pg_trgm;

-- identity ---------------------------------------------------------------------------------------

create table organizations (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  shares_tickets boolean not null default false,
  created_at timestamptz not null default now()
);

create table users (
  id uuid primary key,
  email citext not null unique check (char_length(email::text) between 3 and 254),
  name text not null check (char_length(name) between 1 and 120),
  email_verified boolean not null default false,
  image text,
  role text not null default 'customer' check (role in ('customer', 'agent', 'admin')),
  organization_id uuid references organizations (id),
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  suspended_at timestamptz,
  synthetic boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index users_organization on users (organization_id) where organization_id is not null;
create index users_staff on users (name, id) where role <> 'customer';
create index users_newest on users (created_at, id);

create table accounts (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index accounts_user on accounts (user_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);
create index verifications_expiry on verifications (expires_at);

create table setup_links (
  token_hash text primary key,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);

create table teams (
  id uuid primary key,
  name text not null unique check (char_length(name) between 1 and 120),
  created_at timestamptz not null default now()
);

create table team_members (
  team_id uuid not null references teams (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  primary key (team_id, user_id)
);
create index team_members_user on team_members (user_id);

-- tickets ----------------------------------------------------------------------------------------

create sequence ticket_numbers start with 10001;

create table tickets (
  id uuid primary key,
  number bigint not null unique default nextval('ticket_numbers'),
  subject text not null check (char_length(subject) between 1 and 200),
  requester_id uuid not null references users (id),
  organization_id uuid references organizations (id),
  status text not null default 'open'
    check (status in ('open', 'pending', 'on_hold', 'resolved', 'closed')),
  priority smallint not null default 2 check (priority between 1 and 4),
  channel text not null check (channel in ('web', 'email', 'chat', 'api')),
  assignee_id uuid references users (id),
  team_id uuid references teams (id),
  tags text[] not null default '{}',
  version integer not null default 1 check (version > 0),
  next_due_at timestamptz,
  sla_state text check (sla_state in ('running', 'at_risk', 'breached', 'paused', 'met')),
  waiting_since timestamptz,
  last_words text not null default '' check (char_length(last_words) <= 160),
  satisfaction smallint check (satisfaction between 1 and 5),
  synthetic boolean not null default false,
  first_message_at timestamptz not null,
  last_message_at timestamptz not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (first_message_at <= last_message_at)
);
-- The queue: active tickets are about two in a hundred, so its indexes leave the others out.
-- Every index has its columns in one direction, as a keyset by row comparison needs it.
create index tickets_active_updated on tickets (updated_at, id)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
create index tickets_active_created on tickets (created_at, id)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
create index tickets_active_priority on tickets (priority, updated_at, id)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
create index tickets_active_due on tickets (coalesce(next_due_at, 'infinity'::timestamptz), id)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
create index tickets_active_waiting on tickets
  (coalesce(waiting_since, 'infinity'::timestamptz), id)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
create index tickets_active_assignee on tickets (assignee_id, status, updated_at, id)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
create index tickets_active_team on tickets (team_id, status, updated_at, id)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
-- All that the sidebar counts by, so that counting never visits the table.
create index tickets_active_counts on tickets
  (status, assignee_id, team_id, priority, sla_state, waiting_since)
  where status in ('open', 'pending', 'on_hold') and not synthetic;
-- Closed tickets come in the order of their last update behind all those resolved since.
create index tickets_inactive_updated on tickets (status, updated_at, id)
  where status in ('resolved', 'closed');
create index tickets_updated on tickets (updated_at, id);
create index tickets_created on tickets (created_at, id);
create index tickets_assignee on tickets (assignee_id, updated_at, id);
create index tickets_requester on tickets (requester_id, updated_at, id);
create index tickets_organization on tickets (organization_id, updated_at, id)
  where organization_id is not null;

create table ticket_reads (
  user_id uuid not null references users (id) on delete cascade,
  ticket_id uuid not null references tickets (id) on delete cascade,
  seen_at timestamptz not null,
  primary key (user_id, ticket_id)
);

create table activity_logs (
  id uuid not null,
  ticket_id uuid not null references tickets (id),
  actor_id uuid references users (id),
  kind text not null check (char_length(kind) between 1 and 64),
  detail jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (id, created_at)
) partition by range (created_at);
create index activity_logs_ticket on activity_logs (ticket_id, created_at desc, id desc);
create table activity_logs_default partition of activity_logs default;

-- conversations ----------------------------------------------------------------------------------

create table ticket_messages (
  id uuid not null,
  ticket_id uuid not null references tickets (id),
  author_id uuid not null references users (id),
  kind text not null check (kind in ('reply', 'note')),
  state text not null default 'released' check (state in ('held', 'released', 'redacted')),
  release_at timestamptz,
  -- The status that the ticket takes when a held reply is released.
  release_status text check (release_status in ('open', 'pending', 'on_hold', 'resolved')),
  channel text not null check (channel in ('web', 'email', 'chat', 'api')),
  body_html text not null check (char_length(body_html) <= 400000),
  body_text text not null check (char_length(body_text) <= 400000),
  created_at timestamptz not null,
  primary key (id, created_at),
  check ((state = 'held') <= (release_at is not null))
) partition by range (created_at);
create index ticket_messages_ticket on ticket_messages (ticket_id, created_at desc, id desc);
create index ticket_messages_held on ticket_messages (release_at) where state = 'held';
create table ticket_messages_default partition of ticket_messages default;

-- files ------------------------------------------------------------------------------------------

create table attachments (
  id uuid primary key,
  owner_id uuid not null references users (id),
  ticket_id uuid references tickets (id),
  message_id uuid,
  name text not null check (char_length(name) between 1 and 255),
  claimed_type text not null check (char_length(claimed_type) <= 255),
  type text,
  bytes bigint not null check (bytes >= 0),
  state text not null default 'pending'
    check (state in ('pending', 'uploaded', 'checked', 'refused')),
  refusal text,
  storage_key text not null unique,
  created_at timestamptz not null,
  checked_at timestamptz,
  check ((state = 'refused') = (refusal is not null)),
  check ((message_id is null) = (ticket_id is null)),
  check (message_id is null or state = 'checked')
);
create index attachments_message on attachments (message_id) where message_id is not null;
create index attachments_orphans on attachments (created_at) where message_id is null;
create index attachments_owner on attachments (owner_id, created_at);

-- what travels -----------------------------------------------------------------------------------

create table commands (
  id uuid primary key,
  name text not null,
  actor_id uuid,
  input_hash text not null,
  result jsonb,
  created_at timestamptz not null default now()
);
create index commands_age on commands (created_at);

create table outbox (
  id uuid primary key,
  -- Given under the ticket's lock, so events of one ticket are placed in the order they happened.
  seq bigint not null generated always as identity,
  name text not null,
  version smallint not null check (version > 0),
  ticket_id uuid,
  actor_id uuid,
  command_id uuid,
  request_id text,
  payload jsonb not null,
  occurred_at timestamptz not null,
  position bigint unique,
  published_at timestamptz,
  attempts smallint not null default 0,
  parked_at timestamptz,
  fault text,
  created_at timestamptz not null default now(),
  check (published_at is null or position is not null)
);
create index outbox_unplaced on outbox (seq) where position is null;
create index outbox_unpublished on outbox (position)
  where published_at is null and parked_at is null and position is not null;
create index outbox_published on outbox (published_at) where published_at is not null;
create index outbox_ticket on outbox (ticket_id, position) where ticket_id is not null;

-- One row: the last position given. A snapshot that sees it sees every event up to it.
create table event_positions (
  singleton boolean primary key default true check (singleton),
  last bigint not null,
  epoch integer not null default 1
);
insert into event_positions (last) values (0);

create table effects (
  consumer text not null,
  event_id uuid not null,
  done_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index effects_age on effects (done_at);

-- mail -------------------------------------------------------------------------------------------

create table outgoing_mails (
  id uuid primary key,
  kind text not null,
  recipient text not null check (char_length(recipient) between 3 and 254),
  subject text not null check (char_length(subject) between 1 and 300),
  body_text text not null,
  body_html text not null,
  encrypted boolean not null default false,
  message_id text not null unique,
  in_reply_to text,
  ticket_id uuid references tickets (id),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts smallint not null default 0,
  fault text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check ((state = 'sent') = (sent_at is not null))
);
create index outgoing_mails_waiting on outgoing_mails (created_at, id) where state = 'waiting';
create index outgoing_mails_newest on outgoing_mails (created_at, id);

-- workspace --------------------------------------------------------------------------------------

create table workspace (
  singleton boolean primary key default true check (singleton),
  name text not null default 'InsightDesk',
  seeded text,
  created_at timestamptz not null default now()
);
insert into workspace default values;
