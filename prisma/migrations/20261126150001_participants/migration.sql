-- Customers in copy: they see the request and hear of it as who asked it does.
alter table tickets add column participant_ids uuid[] not null default array[]::uuid[]
  check (cardinality(participant_ids) <= 20);
create index tickets_participants on tickets using gin (participant_ids)
  where participant_ids <> array[]::uuid[];
