-- Which message a forwarding mail passed on, so that its state stands under that message. Apart from
-- ticket_mails: a forwarded copy is no part of the correspondence, and nothing is threaded by it.
create table forward_mails (
  mail_id uuid primary key references outgoing_mails (id) on delete cascade,
  ticket_id uuid not null references tickets (id),
  message_id uuid not null,
  created_at timestamptz not null
);
create index forward_mails_message on forward_mails (message_id);

-- In which language the letters of a side conversation are; null: from before it was chosen, English.
alter table side_conversations add column language text;
