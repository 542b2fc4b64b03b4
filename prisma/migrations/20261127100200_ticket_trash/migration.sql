-- Tickets that nobody wants: out of every list, count, promise and report (as synthetic ones are),
-- restored within a while, then emptied.
create table ticket_trash (
  ticket_id uuid primary key references tickets (id),
  status_before text not null
    check (status_before in ('open', 'pending', 'on_hold', 'resolved', 'closed')),
  resolved_before timestamptz,
  closed_before timestamptz,
  trashed_by uuid not null references users (id),
  trashed_at timestamptz not null,
  emptied_at timestamptz
);
create index ticket_trash_waiting on ticket_trash (trashed_at, ticket_id) where emptied_at is null;
