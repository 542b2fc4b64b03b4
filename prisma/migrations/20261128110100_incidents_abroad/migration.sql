-- What an incident says in the other languages of letters; null where nobody said it there.
alter table incidents add column abroad jsonb;
alter table notices add column abroad jsonb;
