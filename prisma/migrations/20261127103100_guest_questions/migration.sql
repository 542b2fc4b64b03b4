-- Asked without an account: kept apart until the address is proved, and then a ticket like any other.
create table guest_questions (
  id uuid primary key,
  email citext not null,
  name text not null,
  subject text not null,
  body text not null,
  fields jsonb,
  language text not null,
  token_hash text not null unique,
  created_at timestamptz(6) not null,
  expires_at timestamptz(6) not null,
  person_id uuid references users (id),
  number bigint
);
create index guest_questions_expiry on guest_questions (expires_at);
create index guest_questions_person on guest_questions (person_id);
