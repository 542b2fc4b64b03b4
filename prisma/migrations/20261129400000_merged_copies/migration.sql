-- Who is merged with another person is in copy of tickets, too: those go along and come back.
alter table person_merge_tickets add column if not exists asked boolean not null default true;
alter table person_merge_tickets add column if not exists in_copy boolean not null default false;
alter table person_merge_tickets add column if not exists kept_in_copy boolean not null default false;
