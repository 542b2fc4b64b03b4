-- Who is told of what, and how: inboxes, preferences, letters that wait; invitations and handovers.

-- identity ---------------------------------------------------------------------------------------

-- Until then a reply on this person's tickets returns them to their team.
alter table users add column away_until timestamptz;

create table invitations (
  id uuid primary key,
  email citext not null check (char_length(email::text) between 3 and 254),
  role text not null check (role in ('agent', 'admin')),
  team_ids uuid[] not null,
  token_hash text not null unique,
  invited_by uuid references users (id),
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  person_id uuid references users (id)
);
-- An address has one open invitation: sending it again makes the older link worthless.
create unique index invitations_open on invitations (email)
  where accepted_at is null and revoked_at is null;
create index invitations_newest on invitations (created_at, id);

-- tickets ----------------------------------------------------------------------------------------

-- What somebody who leaves holds goes to others, batch by batch.
create table handovers (
  id uuid primary key,
  from_id uuid not null references users (id),
  to_id uuid references users (id),
  asked_by uuid not null references users (id),
  total integer not null check (total >= 0),
  moved integer not null default 0 check (moved >= 0),
  created_at timestamptz not null,
  finished_at timestamptz
);
create index handovers_from on handovers (from_id, created_at);
create unique index handovers_running on handovers (from_id) where finished_at is null;

-- notifications ----------------------------------------------------------------------------------

create table notification_settings (
  user_id uuid primary key references users (id) on delete cascade,
  -- By reason, only what differs from the usual.
  choices jsonb not null default '{}',
  -- Minutes after midnight on the person's own clock.
  quiet_from smallint check (quiet_from between 0 and 1439),
  quiet_until smallint check (quiet_until between 0 and 1439),
  digest_at smallint not null default 480 check (digest_at between 0 and 1439),
  updated_at timestamptz not null,
  check ((quiet_from is null) = (quiet_until is null))
);

-- The inbox: one row a person and ticket, whatever happened to it.
create table notifications (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  ticket_id uuid not null references tickets (id),
  reason text not null check (char_length(reason) between 1 and 40),
  -- What happened last.
  by_id uuid references users (id),
  message_id uuid,
  words text not null default '' check (char_length(words) <= 160),
  -- How many things since it was last read.
  news integer not null default 1 check (news >= 0),
  unread boolean not null default true,
  snoozed_until timestamptz,
  done_at timestamptz,
  version integer not null default 1 check (version > 0),
  happened_at timestamptz not null,
  created_at timestamptz not null,
  unique (user_id, ticket_id)
);
create index notifications_inbox on notifications (user_id, happened_at, id)
  where done_at is null and snoozed_until is null;
create index notifications_unread on notifications (user_id, ticket_id)
  where unread and done_at is null and snoozed_until is null;
create index notifications_snoozed on notifications (snoozed_until, id)
  where snoozed_until is not null and done_at is null;
create index notifications_done on notifications (done_at) where done_at is not null;

-- What is mailed to people of the house: at once, when quiet hours end, or with the day's digest.
create table notification_letters (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  ticket_id uuid not null references tickets (id),
  -- The message, or else the event, so that one thing is mailed once, for whatever reasons.
  about_id uuid not null,
  reason text not null check (char_length(reason) between 1 and 40),
  by_name text,
  words text not null default '' check (char_length(words) <= 160),
  digest boolean not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  created_at timestamptz not null,
  unique (user_id, about_id)
);
create index notification_letters_due on notification_letters (due_at, user_id)
  where sent_at is null;
create index notification_letters_waiting on notification_letters (user_id, ticket_id)
  where sent_at is null;
create index notification_letters_sent on notification_letters (sent_at) where sent_at is not null;

-- what travels -----------------------------------------------------------------------------------

-- Mails that nobody waits for stand back while others are sent.
alter table outgoing_mails add column bulk boolean not null default false;
