-- Somebody wants another address for their account, or has moved to it: whose the old one was stays
-- known, so that a letter from it is still theirs.
create table address_changes (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  old_email citext not null,
  new_email citext not null,
  -- What the link that is out does: lets the change begin, makes it, or takes it back.
  step text not null check (step in ('allow', 'confirm', 'object')),
  token_hash text unique,
  -- The session that asked for it, by its mark; it goes on, the others end.
  session_mark text,
  asked_at timestamptz(6) not null,
  expires_at timestamptz(6) not null,
  changed_at timestamptz(6),
  undone_at timestamptz(6),
  check ((step = 'object') = (changed_at is not null))
);
create index address_changes_person on address_changes (user_id, changed_at desc);
create index address_changes_left on address_changes (old_email, changed_at desc)
  where changed_at is not null and undone_at is null;
create index address_changes_expiry on address_changes (expires_at) where changed_at is null;
