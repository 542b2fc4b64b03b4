-- Sessions that began before this are over. The database sets it with a changed password, in the same
-- statement's transaction: a process that dies before it has ended the old sessions lets nobody stay.
alter table users add column sessions_valid_from timestamptz;

create function end_sessions_with_password() returns trigger language plpgsql as $$
begin
  update users set sessions_valid_from = clock_timestamp() where id = new.user_id;
  return null;
end
$$;

create trigger accounts_password_changed after update of password on accounts
  for each row when (old.password is distinct from new.password)
  execute function end_sessions_with_password();
