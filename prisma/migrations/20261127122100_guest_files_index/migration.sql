-- outside of a transaction
drop index concurrently if exists attachments_form;
create index concurrently attachments_form on attachments (form_id, created_at)
  where form_id is not null;
alter table attachments validate constraint attachments_held;
alter table guest_questions validate constraint guest_questions_files;
