-- Mail that goes out: in whose name, to whom besides, in which thread, with which files, and what the
-- mail server said of it.

alter table outgoing_mails
  add column from_name text,
  -- The mailbox's own address; null stands for the sender that the environment names.
  add column from_address text,
  add column reply_to text,
  add column cc text[] not null default array[]::text[],
  add column bcc text[] not null default array[]::text[],
  -- The Message-IDs of the thread, the oldest first.
  add column thread text[] not null default array[]::text[],
  -- Whether a machine wrote it, as Auto-Submitted says; null: a person did.
  add column automatic text default 'auto-generated',
  -- [{key, name, type, cid}]: read from the store when the mail is sent.
  add column files jsonb not null default '[]',
  -- What the mail server answered when it took the mail.
  add column answer text,
  -- Who wrote it: they are told when it is not delivered.
  add column sender_id uuid;
alter table outgoing_mails add constraint outgoing_mails_sender_id_fkey
  foreign key (sender_id) references users (id) not valid;
alter table outgoing_mails validate constraint outgoing_mails_sender_id_fkey;
alter table outgoing_mails add constraint outgoing_mails_automatic_check
  check (automatic in ('auto-generated', 'auto-replied')) not valid;
alter table outgoing_mails validate constraint outgoing_mails_automatic_check;

-- The words of letters as admins changed them: every version stays. Without words: back to ours.
create table mail_templates (
  kind text not null check (char_length(kind) between 1 and 60),
  language text not null check (language in ('en', 'de', 'es')),
  version integer not null check (version > 0),
  words jsonb,
  saved_by uuid not null references users (id),
  saved_at timestamptz not null,
  primary key (kind, language, version)
);

-- Which mails carry a ticket's correspondence: their Message-IDs are the thread, and what became of
-- them is shown on the message.
create table ticket_mails (
  mail_id uuid primary key references outgoing_mails (id) on delete cascade,
  ticket_id uuid not null references tickets (id),
  -- The message whose words it carries; null for an acknowledgement.
  message_id uuid,
  created_at timestamptz not null
);
create index ticket_mails_thread on ticket_mails (ticket_id, created_at, mail_id);
create index ticket_mails_message on ticket_mails (message_id);

-- From which mailbox the answers of a ticket go, where an agent chose another than it came to.
create table ticket_mailboxes (
  ticket_id uuid primary key references tickets (id),
  mailbox_id uuid not null references mailboxes (id) on delete cascade
);

-- Who gets the next answer of an agent unseen by the others.
create table blind_copies (
  ticket_id uuid not null references tickets (id),
  person_id uuid not null references users (id) on delete cascade,
  addresses text[] not null check (cardinality(addresses) between 1 and 20),
  primary key (ticket_id, person_id)
);

-- The keys that sign what a domain of ours sends; private ones are locked with the secret of this
-- installation.
create table signing_keys (
  domain text primary key check (domain = lower(domain) and char_length(domain) between 1 and 253),
  selector text not null check (selector ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  private_key text not null,
  public_key text not null,
  enabled boolean not null default false,
  created_by uuid not null references users (id),
  created_at timestamptz not null
);
