-- What people ask about: which fields a question has, and where it goes.
create table topics (
  id uuid primary key,
  names jsonb not null,
  field_keys text[] not null,
  team_id uuid references teams (id),
  priority text not null,
  tags text[] not null,
  place integer not null,
  created_at timestamptz(6) not null,
  updated_at timestamptz(6) not null
);
create index topics_team on topics (team_id);

alter table guest_questions add column topic_id uuid;
