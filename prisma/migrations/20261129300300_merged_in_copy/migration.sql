-- Who is merged may have been in copy of what others asked, and who is kept of what the merged asked.
alter table person_merge_tickets add column in_copy boolean not null default false;
alter table person_merge_tickets add column kept_in_copy boolean not null default false;
