-- outside of a transaction
-- The queue by whose turn it is; in the words of src/modules/tickets/queries/page-mark.ts.
drop index concurrently if exists tickets_active_turn;
create index concurrently tickets_active_turn on tickets (
  (case when status in ('resolved', 'closed') then 6
    when snoozed_until is not null then 5
    when status = 'on_hold' then 4
    when status = 'pending' then 3
    when waiting_since is null then 2
    when waiting_since <= created_at then 0
    else 1 end),
  (coalesce(waiting_since, updated_at)),
  id
) where status in ('open', 'pending', 'on_hold') and not synthetic;
