-- Whether a mail comes from whom it names: who handed it over, what was found out, and what its mailbox asks for.
alter table mailboxes add column checks_senders boolean not null default true;
alter table mailboxes add column results_from text;
alter table raw_mails add column peer text;
alter table raw_mails add column helo text;
alter table raw_mails add column sender_found text;
alter table raw_mails add column sender_why text;
