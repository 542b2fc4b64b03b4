-- outside of a transaction
-- Organizations as admins list them.
drop index concurrently if exists organizations_name;
create index concurrently organizations_name on organizations (name, id);
