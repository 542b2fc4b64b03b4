-- Words and numbers of custom fields are searched with subjects and tags. They have an index of
-- their own over the tickets that have any, so that making it is short where few do.

-- What fields say, one after another; a ticked box says nothing.
create function search_field_vector(fields jsonb) returns tsvector
  language sql immutable parallel safe
  return public.search_vector((
    select coalesce(string_agg(value, ' ' order by key), '') from jsonb_each_text(fields)
    where jsonb_typeof(fields -> key) in ('string', 'number', 'array')));

create index tickets_field_words on tickets
  using gin (search_month(created_at), search_field_vector(fields)) where fields <> '{}'::jsonb;

-- As before, and the fields beside the subject and the tags.
create or replace function search_newest_tickets(query tsquery, pattern text, hits_max integer)
  returns uuid[]
  language plpgsql stable parallel safe as $$
declare
  part text;
  gathered uuid[];
  found uuid[] := '{}';
begin
  if numnode(query) = 0 then return found; end if;
  for part in
    select inhrelid::regclass::text from pg_inherits
    where inhparent = 'public.ticket_messages'::regclass
    order by inhrelid::regclass::text like '%_default', inhrelid::regclass::text desc
  loop
    execute format(
      'select array(select ticket_id from %s as ticket_messages
        where public.search_vector(body_text) @@ $1 and state = ''released''
          and ($3 is null or body_text ~* $3)
        order by created_at desc limit $2)', part)
      into gathered using query, hits_max - cardinality(found), pattern;
    found := found || gathered;
    if part !~ '_default$' then
      found := found || array(
        select id from public.tickets
        where ((public.search_ticket_vector(subject, tags) @@ query
              and (pattern is null or subject ~* pattern))
            or (fields <> '{}'::jsonb and public.search_field_vector(fields) @@ query
              and (pattern is null or fields::text ~* pattern)))
          and public.search_month(created_at) =
            substring(part from '(\d{4})_\d{2}$')::integer * 12
              + substring(part from '\d{4}_(\d{2})$')::integer
        order by created_at desc limit hits_max);
    end if;
    exit when cardinality(found) >= hits_max;
  end loop;
  return array(select distinct unnest(found));
end $$;

create or replace function search_ticket_says(ticket uuid, query tsquery, pattern text)
  returns boolean
  language sql stable parallel safe
  return exists (
    select from public.tickets where tickets.id = ticket and (
      (public.search_ticket_vector(tickets.subject, tickets.tags) @@ query
        and (pattern is null or tickets.subject ~* pattern))
      or (public.search_field_vector(tickets.fields) @@ query
        and (pattern is null or tickets.fields::text ~* pattern))
      or exists (
        select from public.ticket_messages
        where ticket_messages.ticket_id = tickets.id and ticket_messages.state = 'released'
          and ticket_messages.created_at between tickets.first_message_at and tickets.last_message_at
          and public.search_vector(ticket_messages.body_text) @@ query
          and (pattern is null or ticket_messages.body_text ~* pattern))));
