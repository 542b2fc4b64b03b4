-- Sessions of a person that began before this are over. The database writes it with a changed
-- password, in the same transaction: a process that dies before it has ended the old sessions lets
-- nobody stay.
create table session_marks (
  user_id uuid primary key references users (id) on delete cascade,
  valid_from timestamptz not null
);

create function end_sessions_with_password() returns trigger language plpgsql as $$
begin
  insert into session_marks (user_id, valid_from) values (new.user_id, clock_timestamp())
  on conflict (user_id) do update set valid_from = excluded.valid_from;
  return null;
end
$$;

create trigger accounts_password_changed after update of password on accounts
  for each row when (old.password is distinct from new.password)
  execute function end_sessions_with_password();
