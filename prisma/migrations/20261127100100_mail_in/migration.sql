-- What came in by mail: kept as it came, before anybody reads it; then what became of it.

-- Which worker fetches a mailbox, for as long as it says so again and again.
alter table mailboxes add column leased_by text;
alter table mailboxes add column leased_until timestamptz;

create table raw_mails (
  id uuid primary key,
  mailbox_id uuid not null references mailboxes (id),
  came_by text not null check (came_by in ('smtp', 'imap')),
  received_at timestamptz not null,
  -- Null where it was fetched: only who hands a mail over names the envelope. Empty is the empty path.
  envelope_from text check (char_length(envelope_from) <= 320),
  envelope_to text[] not null default '{}',
  -- Of the bytes: the same mail handed over twice is one.
  sha256 text not null,
  bytes integer not null check (bytes >= 0),
  -- Of what it says: the same letter by two ways (another Received line, two of our mailboxes) is one.
  essence text,
  message_id text check (char_length(message_id) <= 998),
  sender citext check (char_length(sender::text) <= 320),
  subject text check (char_length(subject) <= 300),
  state text not null default 'stored'
    check (state in ('stored', 'decided', 'quarantined', 'suspended', 'trashed')),
  outcome text check (outcome in ('new', 'reply', 'follow-up', 'bounce', 'ignore', 'duplicate')),
  reason text check (char_length(reason) <= 300),
  ticket_id uuid references tickets (id),
  message_row_id uuid,
  -- Rises with every "try again" and release, so that each asks for a job of its own.
  round smallint not null default 1 check (round > 0),
  -- Whoever released it has judged it: who sent it is asked no more.
  released_by uuid references users (id),
  decided_at timestamptz,
  trashed_at timestamptz,
  unique (mailbox_id, sha256),
  check ((state = 'decided') = (outcome is not null)),
  check ((state = 'trashed') = (trashed_at is not null))
);
create unique index raw_mails_essence on raw_mails (essence)
  where state = 'decided' and outcome not in ('duplicate', 'ignore');
create index raw_mails_newest on raw_mails (state, received_at, id);
create index raw_mails_sender on raw_mails (sender, received_at) where sender is not null;
create index raw_mails_message on raw_mails (message_id) where ticket_id is not null;
create index raw_mails_ticket on raw_mails (ticket_id, received_at) where ticket_id is not null;
create index raw_mails_row on raw_mails (message_row_id) where message_row_id is not null;

-- Apart from what is known of it, so that lists never touch the bytes. Not compressed: most of a
-- large mail is files that are compressed already.
create table raw_mail_contents (
  raw_mail_id uuid primary key references raw_mails (id) on delete cascade,
  content bytea not null
);
alter table raw_mail_contents alter column content set storage external;

-- A mail of ours that came back.
create table mail_bounces (
  outgoing_mail_id uuid primary key references outgoing_mails (id) on delete cascade,
  raw_mail_id uuid references raw_mails (id) on delete set null,
  at timestamptz not null,
  reason text not null check (char_length(reason) between 1 and 500),
  status_code text check (char_length(status_code) <= 20)
);
create index mail_bounces_newest on mail_bounces (at, outgoing_mail_id);

-- Whose mail nobody reads: an address, or a domain behind an @.
create table blocked_senders (
  id uuid primary key,
  pattern citext not null unique check (char_length(pattern::text) between 2 and 320),
  created_by uuid not null references users (id),
  created_at timestamptz not null
);
create index blocked_senders_newest on blocked_senders (created_at, id);
