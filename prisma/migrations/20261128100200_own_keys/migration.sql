-- Which keys somebody gave to what the console does: an action's id with its keys, none where it has no key.
alter table users add column keys jsonb;
