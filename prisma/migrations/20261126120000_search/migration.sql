-- Search: the words of messages, subjects, tags and people, and the list that typing errors are
-- corrected by. On a large installation the indexes take minutes to make; see docs/search.md.
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- What a word is. Stemmed in the workspace's language (SEARCH_LANGUAGE), accents or none.
create text search configuration helpdesk (copy = pg_catalog.english);
alter text search configuration helpdesk
  alter mapping for word, hword, hword_part with unaccent, english_stem;
alter text search configuration helpdesk
  alter mapping for numword, numhword, hword_numpart with unaccent, simple;
-- The same words as they are written, for the list of words.
create text search configuration helpdesk_plain (copy = pg_catalog.simple);
alter text search configuration helpdesk_plain
  alter mapping for word, hword, hword_part, numword, numhword, hword_numpart with unaccent, simple;

-- Hyphens, strokes and the signs of HTML part words, in texts and in questions alike: the parser
-- would read FF-20104 as a word and a negative number, and pass over what stands in < and >. Beyond 100,000 characters a text is not searched.
create function search_vector(words text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('public.helpdesk', translate(left(words, 100000), '-_/#<>&', '       '));

create function search_ticket_vector(subject text, tags text[]) returns tsvector
  language sql immutable parallel safe
  return public.search_vector(subject || ' ' || array_to_string(tags, ' '));

create function search_plain(words text) returns text
  language sql immutable parallel safe
  return lower(public.unaccent('public.unaccent', words));

-- Months since the year 0 (UTC): tickets are not partitioned, so their index is cut by month.
create function search_month(at timestamptz) returns integer
  language sql immutable parallel safe
  return (extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC'))::integer;

-- conversations: made on the parent, so that every month has its own, those to come too.
create index ticket_messages_words on ticket_messages using gin (search_vector(body_text));

-- tickets
create index tickets_words on tickets
  using gin (search_month(created_at), search_ticket_vector(subject, tags));

-- identity
create index users_words on users
  using gin (search_plain(name) gin_trgm_ops, search_plain(email::text) gin_trgm_ops);

-- files
create index attachments_ticket on attachments (ticket_id) where ticket_id is not null;

-- search -----------------------------------------------------------------------------------------

-- Words as they are written, for correcting what is typed and for ending what is begun. Only words
-- that several messages hold: a word that stands in one or two may be a secret, and redaction must
-- be able to make it vanish (search_forget_words).
create table search_words (
  word text primary key check (char_length(word) between 3 and 30),
  messages integer not null check (messages > 0),
  -- The word, and what is left of it without one of its letters.
  forms text[] not null
);
create index search_words_beginning on search_words (word text_pattern_ops);
create index search_words_forms on search_words using gin (forms);

-- One row: which messages the list has learned from, and in which language texts are indexed.
create table search_learning (
  singleton boolean primary key default true check (singleton),
  -- Messages from `since` to `until` are learned; the past is learned backwards, day by day.
  since timestamptz not null default now(),
  until timestamptz not null default now(),
  language text not null default 'english',
  indexed_language text not null default 'english',
  check (since <= until)
);
-- In milliseconds, as the processes read and compare them.
insert into search_learning (since, until)
  values (date_trunc('milliseconds', now()), date_trunc('milliseconds', now()));

-- For the filter language, which knows tickets alone: the newest tickets that say the words, from
-- the newest month backwards until there are enough of them. `pattern` asks for a phrase.
create function search_newest_tickets(query tsquery, pattern text, hits_max integer)
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
        where public.search_ticket_vector(subject, tags) @@ query
          and (pattern is null or subject ~* pattern)
          and public.search_month(created_at) =
            substring(part from '(\d{4})_\d{2}$')::integer * 12
              + substring(part from '\d{4}_(\d{2})$')::integer
        order by created_at desc limit hits_max);
    end if;
    exit when cardinality(found) >= hits_max;
  end loop;
  return array(select distinct unnest(found));
end $$;

-- Whether one ticket says the words: its subject, its tags or any of its messages.
create function search_ticket_says(ticket uuid, query tsquery, pattern text) returns boolean
  language sql stable parallel safe
  return exists (
    select from public.tickets where tickets.id = ticket and (
      (public.search_ticket_vector(tickets.subject, tickets.tags) @@ query
        and (pattern is null or tickets.subject ~* pattern))
      or exists (
        select from public.ticket_messages
        where ticket_messages.ticket_id = tickets.id and ticket_messages.state = 'released'
          and ticket_messages.created_at between tickets.first_message_at and tickets.last_message_at
          and public.search_vector(ticket_messages.body_text) @@ query
          and (pattern is null or ticket_messages.body_text ~* pattern))));

-- To be called by whoever takes a text away for good, in the same transaction and after the change:
-- its words leave the list unless enough other messages hold them.
create function search_forget_words(taken text) returns void
  language sql volatile
begin atomic
  delete from public.search_words
  where word in (
      select unnest(tsvector_to_array(to_tsvector('public.helpdesk_plain', translate(taken, '-_/#<>&', '       '))))
    )
    and (
      select count(*) from (
        select from public.ticket_messages
        where public.search_vector(body_text) @@ plainto_tsquery('public.helpdesk', search_words.word)
        limit 3) as held) < 3;
end;

-- Puts the words of a language in the place of the one before. What is indexed already has the old
-- stems: the worker makes the indexes anew and says so in search_learning.
create function search_use_language(wanted text) returns void
  language plpgsql as $$
declare
  stems text := case wanted when 'simple' then 'simple' else wanted || '_stem' end;
begin
  execute format('alter text search configuration public.helpdesk
    alter mapping for asciiword, asciihword, hword_asciipart with %I', stems);
  execute format('alter text search configuration public.helpdesk
    alter mapping for word, hword, hword_part with public.unaccent, %I', stems);
  update public.search_learning set language = wanted;
end $$;

-- The planner's picture of how common each word is, for the months that searches begin with.
do $$
declare
  month text;
begin
  for month in
    select inhrelid::regclass::text from pg_inherits
    where inhparent = 'ticket_messages'::regclass order by 1 desc limit 8
  loop
    execute format('analyze %s', month);
  end loop;
  analyze tickets;
end $$;
