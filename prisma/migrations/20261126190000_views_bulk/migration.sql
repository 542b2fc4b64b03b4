-- Saved views and bulk actions.

-- views ------------------------------------------------------------------------------------------

create table views (
  id uuid primary key,
  owner_id uuid not null references users (id),
  audience text not null check (audience in ('personal', 'team', 'everyone')),
  -- A team that is deleted leaves its views to their owners.
  team_id uuid references teams (id) on delete set null,
  -- How the team was called, for the words that say so.
  team_name text check (char_length(team_name) between 1 and 120),
  name text not null check (char_length(name) between 1 and 60),
  filter text not null check (char_length(filter) <= 4000),
  sort text not null check (char_length(sort) between 1 and 20),
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (audience = 'team' or team_id is null),
  check ((audience = 'team') = (team_name is not null))
);
create index views_owner on views (owner_id, created_at);
create index views_team on views (team_id) where team_id is not null;
create index views_everyone on views (created_at) where audience = 'everyone';

-- Which view each of a person's nine keys opens; an empty text is no view.
create table view_pins (
  user_id uuid primary key references users (id) on delete cascade,
  pins text[] not null check (cardinality(pins) = 9),
  updated_at timestamptz not null
);

-- bulk -------------------------------------------------------------------------------------------

create table bulk_actions (
  id uuid primary key,
  asked_by uuid not null references users (id),
  -- What is to be done with each ticket.
  deed jsonb not null,
  -- The action that this one takes back.
  undo_of uuid unique references bulk_actions (id),
  total integer not null check (total >= 0),
  done integer not null default 0 check (done >= 0),
  failed integer not null default 0 check (failed >= 0),
  created_at timestamptz not null,
  cancelled_at timestamptz,
  finished_at timestamptz,
  check (done + failed <= total)
);
create index bulk_actions_asker on bulk_actions (asked_by, created_at);
create index bulk_actions_running on bulk_actions (created_at) where finished_at is null;

-- The tickets that an action is about, fixed at its start. What became of each is written with the
-- change itself, so that nothing is done twice.
create table bulk_action_tickets (
  action_id uuid not null references bulk_actions (id) on delete cascade,
  ticket_id uuid not null references tickets (id),
  -- When somebody last changed it before; a later change is somebody else's, and stays.
  touched_at timestamptz not null,
  outcome text check (outcome in ('done', 'failed')),
  code text check (char_length(code) between 1 and 60),
  -- What the fields said before, for whoever takes the action back.
  before jsonb,
  primary key (action_id, ticket_id)
);
create index bulk_action_tickets_open on bulk_action_tickets (action_id, ticket_id)
  where outcome is null;
create index bulk_action_tickets_failed on bulk_action_tickets (action_id, ticket_id)
  where outcome = 'failed';
create index bulk_action_tickets_ticket on bulk_action_tickets (ticket_id);
