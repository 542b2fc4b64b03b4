-- Files of somebody whom nobody knows yet: they belong to the form into which they were put, until
-- the question is confirmed and they are its writer's.
alter table attachments alter column owner_id drop not null;
alter table attachments add column form_id uuid;
alter table attachments add constraint attachments_held check (owner_id is null <> (form_id is null))
  not valid;
alter table guest_questions add column attachment_ids uuid[] not null default '{}';
alter table guest_questions add constraint guest_questions_files
  check (cardinality(attachment_ids) <= 10) not valid;
