-- How a view is shown: as a list beside the ticket, or as a table with columns of its own.
alter table views add column display jsonb;

-- How somebody sees views that are not theirs to change, or before they keep it: by the view's id.
create table view_displays (
  user_id uuid primary key references users (id) on delete cascade,
  displays jsonb not null check (jsonb_typeof(displays) = 'object'),
  updated_at timestamptz not null
);
