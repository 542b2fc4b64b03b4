-- Some pages that say something, by the index of their language. Where a word is common, the planner
-- would rather read the table until it has as many: it does not know that each vector lies apart from
-- its row, so that a look at one costs more than hundreds of entries of the index.
create function public.kb_said_en(asked tsquery, internals boolean, most integer) returns setof uuid
  language sql stable rows 200 set enable_seqscan = off
  as $$
    select article_id from public.kb_pages
    where language = 'en' and words @@ asked and (internals or not internal)
    limit most
  $$;
create function public.kb_said_de(asked tsquery, internals boolean, most integer) returns setof uuid
  language sql stable rows 200 set enable_seqscan = off
  as $$
    select article_id from public.kb_pages
    where language = 'de' and words @@ asked and (internals or not internal)
    limit most
  $$;
create function public.kb_said_es(asked tsquery, internals boolean, most integer) returns setof uuid
  language sql stable rows 200 set enable_seqscan = off
  as $$
    select article_id from public.kb_pages
    where language = 'es' and words @@ asked and (internals or not internal)
    limit most
  $$;
