-- What somebody writes and has not sent: one for each ticket, person and kind.
create table message_drafts (
  person_id uuid not null references users (id) on delete cascade,
  ticket_id uuid not null references tickets (id) on delete cascade,
  kind text not null check (kind in ('reply', 'note')),
  body text not null check (char_length(body) <= 100000),
  attachment_ids uuid[] not null check (cardinality(attachment_ids) <= 10),
  -- The last message that its author had seen when it was begun.
  after_message_id uuid,
  -- Grows with time, so that a draft which is begun anew never has the number of an old one.
  version bigint not null check (version > 0),
  updated_at timestamptz not null,
  primary key (person_id, ticket_id, kind)
);
create index message_drafts_newest on message_drafts (person_id, updated_at desc, ticket_id desc);
create index message_drafts_ticket on message_drafts (ticket_id);

-- Files of a draft wait for it and not for a day.
alter table attachments add column reserved boolean not null default false
  check (not reserved or (message_id is null and state = 'checked'));
drop index attachments_orphans;
create index attachments_orphans on attachments (created_at)
  where message_id is null and not reserved;

-- What its author wrote, with its marks, for as long as a reply can be taken back.
alter table ticket_messages add column source text check (char_length(source) <= 100000);
