-- Who reads what the others of their organization ask, also where not everybody there does.
alter table users add column leads_organization boolean not null default false;
