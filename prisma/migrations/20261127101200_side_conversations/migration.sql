-- What is asked of somebody else about a ticket, by mail: apart from the ticket's own conversation, and
-- never seen by its customer.
create table side_conversations (
  id uuid primary key,
  ticket_id uuid not null references tickets (id),
  subject text not null check (char_length(subject) between 1 and 200),
  address citext not null check (char_length(address::text) between 3 and 254),
  opened_by uuid not null references users (id),
  closed_at timestamptz,
  -- Whether the newest words are theirs: somebody here has to read them.
  answered boolean not null default false,
  last_at timestamptz not null,
  created_at timestamptz not null
);
create index side_conversations_ticket on side_conversations (ticket_id, last_at, id);

create table side_messages (
  id uuid primary key,
  side_id uuid not null references side_conversations (id) on delete cascade,
  -- Ours by whom, or theirs from which address.
  author_id uuid references users (id),
  from_address text check (char_length(from_address) between 3 and 320),
  body_html text not null,
  body_text text not null,
  created_at timestamptz not null,
  check ((author_id is null) <> (from_address is null))
);
create index side_messages_side on side_messages (side_id, created_at, id);

-- Which mails carry what we say in a side conversation: their Message-IDs are its thread.
create table side_mails (
  mail_id uuid primary key references outgoing_mails (id) on delete cascade,
  side_id uuid not null references side_conversations (id) on delete cascade,
  message_id uuid not null,
  created_at timestamptz not null
);
create index side_mails_thread on side_mails (side_id, created_at, mail_id);
create index side_mails_message on side_mails (message_id);
