-- The addresses under which people write to us and we answer.
create table mailboxes (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 80),
  address citext not null unique check (char_length(address::text) between 3 and 254),
  -- Who our mails say they are from; empty stands for the workspace's name.
  from_name text not null default '' check (char_length(from_name) <= 120),
  is_default boolean not null default false,
  enabled boolean not null default true,
  -- Where its mail is fetched; a mailbox without a host gets its mail by SMTP alone.
  imap_host text check (char_length(imap_host) between 1 and 253),
  imap_port integer check (imap_port between 1 and 65535),
  imap_secure boolean not null default true,
  imap_user text check (char_length(imap_user) between 1 and 254),
  -- Locked with the secret of this installation.
  imap_password text,
  imap_folder text not null default 'INBOX' check (char_length(imap_folder) between 1 and 200),
  -- What has been fetched: a folder that the server made anew has another validity.
  seen_validity text,
  seen_uid bigint not null default 0 check (seen_uid >= 0),
  fetched_at timestamptz,
  fault text check (char_length(fault) <= 500),
  fault_at timestamptz,
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((imap_host is null) = (imap_port is null)),
  check ((imap_host is null) = (imap_user is null)),
  check ((imap_host is null) = (imap_password is null)),
  check ((fault is null) = (fault_at is null)),
  check (enabled or not is_default)
);
-- What belongs to no mailbox goes out from this one.
create unique index mailboxes_default on mailboxes (is_default) where is_default;
